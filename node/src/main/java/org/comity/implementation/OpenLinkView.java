package org.comity.implementation;

import java.util.List;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * What an office sees that was given questions by a link.
 *
 * @param wrongAt the question whose answer is not right; empty: none
 */
public record OpenLinkView(
        String token, OfficeLink link, List<Asked> questions, String wrongAt, FormProblems problems) {

    /** @param given null where they have not answered */
    public record Asked(Question question, @Nullable GivenAnswer given) {}

    OpenLinkView wrong(String question, FormProblems found) {
        return new OpenLinkView(token, link, questions, question, found);
    }
}
