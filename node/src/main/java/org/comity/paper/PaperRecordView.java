package org.comity.paper;

import java.time.Instant;
import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.ActForms;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Shows the page on which an officer writes down what came.
 *
 * @param types what the other party's act may be now
 * @param type chosen, or null
 * @param draft what is compared now, or null; {@code scan} says whether it has one
 * @param begun others that wait to be compared
 * @param fields of the type that is chosen, else of that which was kept
 * @param compares the tick stands on this page: nothing is recorded without it
 */
// More than twelve: its template shows each.
public record PaperRecordView(
        RequestRow row,
        Participant other,
        List<Choice> types,
        @Nullable String type,
        @Nullable String draft,
        boolean scan,
        List<Begun> begun,
        boolean compares,
        List<ActForms.Field> fields,
        List<Choice> channels,
        List<Choice> zones,
        TypedValues typed,
        FormProblems problems) {

    /** @param at when it was written down */
    public record Begun(String id, Instant at) {}
}
