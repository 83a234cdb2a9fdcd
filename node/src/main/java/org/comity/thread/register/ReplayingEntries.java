package org.comity.thread.register;

import java.util.function.Consumer;
import org.comity.proof.act.Act;
import org.comity.thread.ActRegistered;
import org.comity.thread.Procedure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells again what was told when entries were written: each act with the state before and after it. */
@Component
class ReplayingEntries {

    private final ProcedureVersions procedures;
    private final ActRows acts;
    private final EntryRows entries;
    private final CheckedState standing;

    ReplayingEntries(ProcedureVersions procedures, ActRows acts, EntryRows entries, CheckedState standing) {
        this.procedures = procedures;
        this.acts = acts;
        this.entries = entries;
        this.standing = standing;
    }

    /** From entry {@code first} to the last; folded from the beginning, since only that says where each act fell. */
    void from(long first, ThreadRow thread, Consumer<ActRegistered> told) {
        var procedure = procedures.get(thread.procedure());
        Procedure.@Nullable State before = null;
        long n = 0;
        for (var page = entries.after(thread.id(), n); !page.isEmpty(); page = entries.after(thread.id(), n)) {
            for (var signed : page) {
                n = signed.entry().n();
                var act = acts.find(signed.entry().act()).orElseThrow();
                var folded = Fold.of(procedure, before, act.envelope().said());
                if (n >= first) {
                    told.accept(new ActRegistered(
                            new Act(act.envelope(), act.body()),
                            signed,
                            before,
                            folded.to(),
                            act.ours(),
                            standing.shown(thread.after(signed.entry(), folded))));
                }
                before = folded.to();
            }
        }
    }
}
