package org.comity.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.procedure.ActRole;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.RequestRow;
import org.comity.thread.Procedure;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * Says how long our first word in a request took, and how long it took until nothing in it was ours to do, as its procedure's own
 * table has it.
 *
 * @param acknowledged null: we have not said anything yet
 * @param answered null: it was our turn ever since, or we only asked back
 */
record TimesOfThread(
        @Nullable Duration acknowledged, @Nullable Duration answered) {

    /**
     * @param arrived by our own clock; an entry by the other side's may bear an earlier time
     * @param acts that had effect, in their order
     */
    static TimesOfThread of(KnownProcedure procedure, Role ours, Instant arrived, List<KeptAct> acts) {
        Procedure.State state = null;
        Duration acknowledged = null;
        Duration answered = null;
        for (var act : acts) {
            if (procedure.table().move(state, act.envelope().said()) instanceof Procedure.Result.Moved moved) {
                state = moved.to();
            }
            if (state == null || !ours.word().equals(act.envelope().role())) continue;
            var took = act.at().isBefore(arrived) ? Duration.ZERO : Duration.between(arrived, act.at());
            if (acknowledged == null) acknowledged = took;
            boolean question = procedure.is(ActRole.ASKS_BACK, act.envelope().type());
            if (answered == null && !question && !oursToDo(procedure, state, ours)) answered = took;
        }
        return new TimesOfThread(acknowledged, answered);
    }

    private static boolean oursToDo(KnownProcedure procedure, Procedure.State state, Role ours) {
        return !state.ended() && procedure.steps().turn(state, ours) == RequestRow.Turn.OURS;
    }
}
