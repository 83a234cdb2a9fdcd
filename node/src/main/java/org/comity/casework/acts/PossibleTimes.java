package org.comity.casework.acts;

import java.time.Instant;
import org.comity.casework.BeforeSending;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.form.FieldRules;
import org.springframework.stereotype.Component;

/** Refuses an act of ours whose day or moment cannot be right, also if a program wrote it or it waited too long for approval. */
@Component
class PossibleTimes implements BeforeSending {

    private final Procedures procedures;

    PossibleTimes(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public void check(Draft draft) {
        check(draft, Instant.MIN);
    }

    /** Of what is held, as it will be when it leaves. */
    @Override
    public void check(Draft draft, Instant leaves) {
        var procedure = procedures.of(draft.procedure());
        var written = new Written(draft.body(), draft.facts());
        procedure.writing().impossible(draft.type(), written).stream()
                .findFirst()
                .ifPresent(it -> {
                    throw new FieldRules(procedure.law()).broken(it.rule(), it.field());
                });
        // What can be now, and cannot be by then: the hold is what is wrong.
        procedure.writing().impossible(draft.type(), written, leaves).stream()
                .findFirst()
                .ifPresent(it -> {
                    throw new HoldTooLong(procedure.law(), it);
                });
    }
}
