package org.comity.implementation;

import java.util.List;
import java.util.Map;
import org.comity.convention.Article;
import org.comity.ui.FormProblems;

/**
 * One article: its questions with their answers, and where our State sees itself.
 *
 * @param seen for the form
 * @param typed what was typed of that and is not kept; empty: what is kept
 */
public record AssessedArticleView(
        Article article,
        List<Question> questions,
        Map<String, KeptAnswer> answers,
        ArticleMark mark,
        Map<String, String> typed,
        String seen,
        FormProblems problems) {

    /** Where nothing was typed, what is kept. */
    public String value(String field, String kept) {
        return typed.getOrDefault(field, kept);
    }
}
