package org.comity.conference.session;

import java.time.LocalDate;
import java.util.List;
import org.comity.conference.TypedPaper;

/**
 * Holds what a form says of a decision, when it is recorded and when it is corrected; see {@link Decision}.
 *
 * @param takenOn day on which the session took it
 */
record TypedDecision(
        String title, String words, String taken, String effort, LocalDate takenOn, List<String> articles) {

    /** Of a form in which no problem was found. */
    static TypedDecision of(TypedPaper form) {
        return new TypedDecision(
                form.text("title"),
                form.text("words"),
                form.text("taken"),
                form.text("effort"),
                form.day("day").orElseThrow(),
                form.articles());
    }
}
