package org.comity.implementation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.comity.implementation.AssessmentSheet.AnswerRow;
import org.comity.implementation.AssessmentSheet.MarkRow;
import org.comity.implementation.AssessmentSheet.Row;
import org.comity.implementation.AssessmentSheet.WrongRow;

/** Finds the gaps in a self-assessment that is kept nowhere here: what came in one request leaves with its answer. */
record FindingGaps(Questionnaire questionnaire) {

    /** No, in part, and the two lowest of maturity. */
    private static final Set<String> LACKING = Set.of("no", "in-part", "0", "1");

    /**
     * @param language of the questions
     * @param title of an article, by its number
     */
    List<GapOfState> in(List<Row> rows, String language, UnaryOperator<String> title) {
        var marks = rows.stream()
                .filter(MarkRow.class::isInstance)
                .map(it -> ((MarkRow) it).mark())
                .collect(Collectors.toMap(ArticleMark::article, Function.identity(), (first, _) -> first));
        var gaps = new ArrayList<GapOfState>();
        var shown = new HashSet<String>();
        for (var row : rows) {
            if (row instanceof AnswerRow it && LACKING.contains(it.answer().choice())) {
                var question = questionnaire.find(it.question()).orElseThrow();
                var mark = marks.getOrDefault(question.article(), ArticleMark.none(question.article()));
                shown.add(question.article());
                gaps.add(new GapOfState(
                        question.article(),
                        question.id(),
                        question.text().in(language),
                        it.answer().choice(),
                        it.answer().words(),
                        mark.challenge(),
                        mark.help()));
            }
        }
        marks.values().stream()
                .filter(it -> it.letter().equals("C") && !shown.contains(it.article()))
                .forEach(it -> gaps.add(new GapOfState(
                        it.article(), null, title.apply(it.article()), "", "", it.challenge(), it.help())));
        return List.copyOf(gaps);
    }

    /** What was typed on the page of one article; what help is wanted marks the article C. */
    List<Row> typed(String article, Map<String, String> typed) {
        var rows = new ArrayList<Row>();
        for (var question : questionnaire.of(article)) {
            var choice = typed.getOrDefault(question.id() + ".choice", "");
            var words = typed.getOrDefault(question.id() + ".words", "");
            if (choice.isBlank() && words.isBlank()) continue;
            var given = GivenAnswer.TypedAnswer.of(question, choice, words, "", "");
            rows.add(
                    given.answer() == null
                            ? new WrongRow(0, question.id(), given.wrong() == null ? "unknown-choice" : given.wrong())
                            : new AnswerRow(0, question.id(), given.answer()));
        }
        var help = org.comity.ui.TypedText.clean(typed.getOrDefault("help", ""));
        var challenge = typed.getOrDefault("challenge", "");
        if (help.length() > ArticleMark.LONGEST) rows.add(new WrongRow(0, article, "long"));
        else if (!ArticleMark.CHALLENGES.contains(challenge)) rows.add(new WrongRow(0, article, "unknown-choice"));
        else if (!help.isEmpty() || !challenge.isEmpty())
            rows.add(new MarkRow(0, new ArticleMark(article, help.isEmpty() ? "" : "C", null, challenge, help, "")));
        return List.copyOf(rows);
    }

    /** The same as rows of a spreadsheet, which whoever typed it keeps. */
    List<List<String>> sheet(List<Row> rows, String article, String language) {
        var answers = rows.stream()
                .filter(AnswerRow.class::isInstance)
                .map(AnswerRow.class::cast)
                .collect(Collectors.toMap(AnswerRow::question, AnswerRow::answer));
        var marks = rows.stream()
                .filter(MarkRow.class::isInstance)
                .map(it -> ((MarkRow) it).mark())
                .collect(Collectors.toMap(ArticleMark::article, Function.identity()));
        return of(article, new AssessmentSheet(questionnaire).rows(answers, marks, language));
    }

    /** Of a whole sheet the rows of one article, below the header. */
    private static List<List<String>> of(String article, List<List<String>> sheet) {
        return sheet.stream()
                .filter(it -> it == AssessmentSheet.COLUMNS || it.get(1).equals(article))
                .toList();
    }
}
