package org.comity.procedure.file;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.FiledField;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.Result.WithoutEffect;
import org.comity.thread.TabledState;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.ui.Words;

/**
 * Finds the field for which the table would give an act no effect, where the same act with another word in that field would
 * have one. What has no effect whatever it says is none of this: the request stands elsewhere by then.
 */
record FactsWithoutEffect(ProcedureFile file, FiledProcedure procedure, Threads threads, Words words, Clock clock) {

    private static final String ANY_ACT = "0".repeat(64);

    FormProblems in(RequestRow row, String type, Map<String, String> facts) {
        var state = threads.find(row.thread()).map(Threads.Thread::state).orElse(null);
        if (!(state instanceof TabledState from)
                || !(moved(from, row, type, facts) instanceof WithoutEffect(var reason))) {
            return FormProblems.NONE;
        }
        return file.fields(type).stream()
                .filter(it -> it.fact() && it.type().typed() && facts.containsKey(it.key()))
                .filter(it -> couldMove(from, row, type, without(it, facts)))
                .findFirst()
                .map(it -> problem(it, from, reason))
                .orElse(FormProblems.NONE);
    }

    private Procedure.Result moved(TabledState from, RequestRow row, String type, Map<String, String> facts) {
        return procedure.move(from, new ActFacts(ANY_ACT, type, row.ourRole().word(), facts));
    }

    private boolean couldMove(TabledState from, RequestRow row, String type, Map<String, String> rest) {
        return procedure
                .said(type, row.ourRole().word(), rest, from, clock.instant())
                .anyMatch(it -> procedure.move(from, it) instanceof Moved);
    }

    private static Map<String, String> without(FiledField field, Map<String, String> facts) {
        var rest = new HashMap<>(facts);
        rest.remove(field.key());
        return rest;
    }

    /** Where the state holds an end under the name of the field, it is said. */
    private FormProblems problem(FiledField field, TabledState from, String reason) {
        var own = "%s.needed.%s".formatted(file.law(), reason);
        var key = words.has("en", own) ? own : "acts.needed.without-effect";
        var end = from.instant(field.key());
        return end == null
                ? FormProblems.NONE.with(field.key(), key)
                : FormProblems.NONE.with(field.key(), key, FormProblems.MOMENT, end.toString());
    }
}
