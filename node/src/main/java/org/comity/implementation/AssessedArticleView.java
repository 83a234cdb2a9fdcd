package org.comity.implementation;

import java.util.List;
import java.util.Map;
import org.comity.convention.Article;
import org.comity.ui.FormProblems;

/** One article: its questions with their answers, and where our State sees itself. */
public record AssessedArticleView(
        Article article,
        List<Question> questions,
        Map<String, KeptAnswer> answers,
        ArticleMark mark,
        FormProblems problems) {}
