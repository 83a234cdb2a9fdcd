package org.comity.implementation;

import java.util.List;
import java.util.Map;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * What an office sees that was given questions by a link.
 *
 * @param wrongAt the question whose answer is not right; empty: none
 * @param typed in answer to it, kept as it was typed
 */
public record OpenLinkView(
        String token,
        OfficeLink link,
        List<Asked> questions,
        String wrongAt,
        Map<String, String> typed,
        FormProblems problems) {

    /** @param given null where they have not answered */
    public record Asked(Question question, @Nullable GivenAnswer given) {}

    OpenLinkView wrong(String question, Map<String, String> typed, FormProblems found) {
        return new OpenLinkView(token, link, questions, question, typed, found);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
