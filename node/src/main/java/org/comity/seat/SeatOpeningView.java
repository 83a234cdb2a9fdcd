package org.comity.seat;

import java.time.Instant;
import java.util.List;
import org.comity.procedure.Composition.Check;
import org.comity.procedure.Composition.PageField;
import org.comity.procedure.form.ComposedPage;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;

/**
 * Shows a page on which a person in a seat writes what opens a thread, or, after the last of them, what is settled.
 *
 * @param savedAt when it was saved last
 * @param steps names of its pages
 * @param lacking those of them that lack something, or hold what cannot be right
 * @param step this page; empty after the last
 * @param urgent every page asks whether it is an emergency
 * @param instruments of which one governs; asked on the first page
 * @param kinds of a basis that is not one of them; empty where none is offered
 * @param checks what is settled of the whole
 * @param needed officers of the authority who approve it
 */
// More than twelve: its template shows each.
public record SeatOpeningView(
        String thread,
        long version,
        Instant savedAt,
        List<String> steps,
        List<String> lacking,
        String step,
        boolean urgent,
        ComposedPage page,
        List<PageField> fields,
        List<Choice> instruments,
        List<Choice> kinds,
        List<Check> checks,
        int needed,
        FormProblems problems) {

    static String path(String thread) {
        return "/seat/openings/" + thread;
    }

    public String path() {
        return path(thread);
    }

    /** From 1. */
    public int number() {
        return step.isEmpty() ? steps.size() + 1 : steps.indexOf(step) + 1;
    }
}
