package org.comity.casework.requests;

import java.util.Set;
import org.comity.procedure.Procedures;
import org.comity.proof.register.Entry;
import org.comity.thread.ActRegistered;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds a thread as a State knows it that letters of ours have not reached: the same table, without those acts. */
@Component
class FoldingWithoutLetters {

    private final Threads threads;
    private final Procedures procedures;

    FoldingWithoutLetters(Threads threads, Procedures procedures) {
        this.threads = threads;
        this.procedures = procedures;
    }

    /** Null where it knows of nothing. */
    Procedure.@Nullable State without(Threads.Thread thread, Set<String> letters) {
        return fold(thread, letters, Long.MAX_VALUE);
    }

    /** Whether it could not have said this, had that letter of ours not come. */
    boolean needs(ActRegistered said, String letter) {
        var before = fold(said.thread(), Set.of(letter), said.entry().entry().n());
        return !(procedure(said.thread()).move(before, said.act().envelope().said()) instanceof Moved);
    }

    /** Whether the other State said anything that it could not have said, had that letter of ours not come. */
    boolean answered(Threads.Thread thread, String letter) {
        var procedure = procedure(thread);
        Procedure.State state = null;
        try (var acts = threads.everyAct(thread.id())) {
            for (var act : (Iterable<Threads.KeptAct>) acts::iterator) {
                if (act.n() == null || act.id().equals(letter) || !Entry.EFFECTIVE.equals(act.effect())) {
                    continue;
                }
                if (procedure.move(state, act.envelope().said()) instanceof Moved(var to)) {
                    state = to;
                } else if (Role.of(act.envelope().role()) != thread.ourRole()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Procedure.@Nullable State fold(Threads.Thread thread, Set<String> letters, long before) {
        var procedure = procedure(thread);
        Procedure.State state = null;
        try (var acts = threads.everyAct(thread.id())) {
            for (var act : (Iterable<Threads.KeptAct>) acts::iterator) {
                if (act.n() == null
                        || act.n() >= before
                        || letters.contains(act.id())
                        || !Entry.EFFECTIVE.equals(act.effect())) {
                    continue;
                }
                if (procedure.move(state, act.envelope().said()) instanceof Moved(var to)) {
                    state = to;
                }
            }
        }
        return state;
    }

    private Procedure procedure(Threads.Thread thread) {
        return procedures.of(thread.procedure()).table();
    }
}
