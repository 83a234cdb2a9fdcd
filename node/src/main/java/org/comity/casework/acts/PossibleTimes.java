package org.comity.casework.acts;

import java.time.Instant;
import java.util.Optional;
import org.comity.casework.BeforeSending;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.ActWriting.WrongTime;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
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
        var procedure = procedures.of(draft.procedure());
        wrong(draft, procedure, Instant.MIN).ifPresent(it -> {
            throw new FieldRules(procedure.law()).broken(it.rule(), it.field());
        });
    }

    /** What can be now, and cannot be when it leaves: the hold is what is wrong. */
    @Override
    public void check(Draft draft, Instant leaves) {
        check(draft);
        var procedure = procedures.of(draft.procedure());
        wrong(draft, procedure, leaves).ifPresent(it -> {
            throw new HoldTooLong(procedure.law(), it);
        });
    }

    private static Optional<WrongTime> wrong(Draft draft, KnownProcedure procedure, Instant leaves) {
        var written = new Written(draft.body(), draft.facts());
        return procedure.writing().impossible(draft.type(), written, leaves).stream()
                .findFirst();
    }
}
