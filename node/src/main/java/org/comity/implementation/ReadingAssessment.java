package org.comity.implementation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.casework.NewRequests;
import org.comity.convention.Convention;
import org.comity.implementation.AssessmentSheet.AnswerRow;
import org.comity.implementation.AssessmentSheet.MarkRow;
import org.comity.implementation.AssessmentSheet.WrongRow;
import org.comity.implementation.AssessmentView.Gap;
import org.comity.implementation.AssessmentView.Line;
import org.comity.implementation.AssessmentView.LinkLine;
import org.comity.implementation.AssessmentView.Part;
import org.comity.sheet.SheetReading;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the pages of the self-assessment, and writes it as a spreadsheet. */
@Component
class ReadingAssessment {

    private final AssessmentRows rows;
    private final LinkRows links;
    private final Questionnaire questionnaire;
    private final Prefilling prefilling;
    private final Convention convention;
    private final NewRequests requests;
    private final Clock clock;

    ReadingAssessment(
            AssessmentRows rows,
            LinkRows links,
            Questionnaire questionnaire,
            Prefilling prefilling,
            Convention convention,
            NewRequests requests,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.links = links;
        this.questionnaire = questionnaire;
        this.prefilling = prefilling;
        this.convention = convention;
        this.clock = clock;
    }

    AssessmentView whole(Official by) {
        KeepingAssessment.mustRead(by);
        var round = rows.round();
        var answers = answers();
        var marks = marks();
        var lines = links();
        var with = with(lines);
        var submits = questionnaire.need("submits");
        var parts = new ArrayList<Part>();
        for (var cluster : questionnaire.clusters()) {
            var articles = new ArrayList<Line>();
            questionnaire.byArticle().forEach((article, questions) -> {
                if (cluster.holds(article)) {
                    articles.add(new Line(
                            article,
                            article(article).title(),
                            counted(questions, answers),
                            questions.size(),
                            toConfirm(questions, answers),
                            marks.getOrDefault(article, ArticleMark.none(article)),
                            with.getOrDefault(article, List.of())));
                }
            });
            parts.add(new Part(
                    cluster,
                    articles.stream().mapToInt(Line::answered).sum(),
                    articles.stream().mapToInt(Line::all).sum(),
                    List.copyOf(articles)));
        }
        return new AssessmentView(
                round.map(AssessmentRows.Round::count).orElse(0L),
                parts,
                gaps(answers, marks),
                lines,
                counted(questionnaire.questions(), answers),
                questionnaire.questions().size(),
                toConfirm(questionnaire.questions(), answers),
                requests.offers(submits) ? submits : null);
    }

    AssessedArticleView article(String number, Map<String, String> typed, FormProblems problems, Official by) {
        KeepingAssessment.mustRead(by);
        var questions = questionnaire.of(number);
        if (questions.isEmpty()) {
            throw AssessmentRefused.unknown();
        }
        return new AssessedArticleView(
                article(number),
                questions,
                answers(),
                marks().getOrDefault(number, ArticleMark.none(number)),
                typed,
                AssessmentSeen.shown(typed, problems, marked(number)),
                problems);
    }

    private @Nullable Instant marked(String article) {
        return rows.round().flatMap(it -> rows.marked(it.id(), article)).orElse(null);
    }

    /** @param typed what was typed and is not kept; empty: what is kept */
    QuestionView question(String id, Map<String, String> typed, FormProblems problems, Official by) {
        KeepingAssessment.mustRead(by);
        var question = questionnaire.find(id).orElseThrow(AssessmentRefused::unknown);
        var kept = answers().get(id);
        var all = questionnaire.questions();
        int at = all.indexOf(question);
        var round = rows.round().map(AssessmentRows.Round::id).orElse(0L);
        var own = questionnaire.of(question.article());
        return new QuestionView(
                question,
                own.indexOf(question) + 1,
                own.size(),
                at == 0 ? null : all.get(at - 1).id(),
                at == all.size() - 1 ? null : all.get(at + 1).id(),
                kept,
                typed.isEmpty() && kept != null ? fields(kept.given()) : typed,
                prefilling.known(question),
                rows.evidence(round).stream()
                        .filter(it -> it.question().equals(id))
                        .toList(),
                theirs(id, round),
                problems);
    }

    BroughtSheetView sheet(String id, Official by) {
        KeepingAssessment.mustRead(by);
        var read =
                new SheetReading(AssessmentSheet.LIMITS).read(rows.sheet(id).orElseThrow(AssessmentRefused::unknown));
        if (!AssessmentSheet.hasColumns(read) || read.size() > AssessmentSheet.LIMITS.mostRows() + 1) {
            return new BroughtSheetView(id, true, List.of(), List.of(), 0);
        }
        var answers = answers();
        var marks = marks();
        var changes = new ArrayList<BroughtSheetView.Change>();
        var faults = new ArrayList<BroughtSheetView.Fault>();
        int same = 0;
        for (var row : new AssessmentSheet(questionnaire).read(read)) {
            switch (row) {
                case WrongRow wrong -> faults.add(new BroughtSheetView.Fault(wrong.row(), wrong.id(), wrong.why()));
                case AnswerRow it when KeepingAssessment.stands(answers.get(it.question()), it.answer()) -> same++;
                case AnswerRow it -> {
                    var kept = answers.get(it.question());
                    changes.add(new BroughtSheetView.Change(
                            it.row(), it.question(), kept == null ? "" : said(kept.given()), said(it.answer())));
                }
                case MarkRow it when it.mark().equals(marks.get(it.mark().article())) -> same++;
                case MarkRow it -> {
                    var kept = marks.get(it.mark().article());
                    changes.add(new BroughtSheetView.Change(
                            it.row(),
                            "A" + it.mark().article(),
                            kept == null ? "" : kept.letter(),
                            it.mark().letter()));
                }
            }
        }
        return new BroughtSheetView(id, false, List.copyOf(changes), List.copyOf(faults), same);
    }

    List<List<String>> rows(String language, Official by) {
        KeepingAssessment.mustRead(by);
        var given = new HashMap<String, GivenAnswer>();
        answers().forEach((question, kept) -> given.put(question, kept.given()));
        return new AssessmentSheet(questionnaire).rows(given, marks(), language);
    }

    private List<Gap> gaps(Map<String, KeptAnswer> answers, Map<String, ArticleMark> marks) {
        var gaps = new ArrayList<Gap>();
        questionnaire.byArticle().forEach((article, questions) -> {
            var mark = marks.getOrDefault(article, ArticleMark.none(article));
            if (mark.letter().equals("C")) {
                gaps.add(new Gap(article, null, mark.help()));
            }
        });
        answers.values().stream()
                .filter(it -> it.given().choice().equals("no"))
                .filter(it -> questionnaire.find(it.question()).isPresent())
                .forEach(it -> gaps.add(new Gap(
                        questionnaire.find(it.question()).orElseThrow().article(),
                        it.question(),
                        it.given().words())));
        return List.copyOf(gaps);
    }

    private List<QuestionView.Theirs> theirs(String question, long round) {
        var theirs = new ArrayList<QuestionView.Theirs>();
        var answers = links.answersOf(round);
        for (var link : links.of(round)) {
            answers.getOrDefault(link.id(), List.of()).stream()
                    .filter(it -> it.question().equals(question) && !it.accepted())
                    .forEach(it -> theirs.add(new QuestionView.Theirs(link.id(), link.office(), it)));
        }
        return List.copyOf(theirs);
    }

    private List<LinkLine> links() {
        var round = rows.round().map(AssessmentRows.Round::id).orElse(0L);
        var given = links.answersOf(round);
        return links.of(round).stream()
                .map(it -> {
                    var answers = given.getOrDefault(it.id(), List.of());
                    int waiting = (int)
                            answers.stream().filter(each -> !each.accepted()).count();
                    return new LinkLine(it, it.open(clock.instant()), answers.size(), waiting);
                })
                .toList();
    }

    /** Offices by article, of links that are open. */
    private Map<String, List<String>> with(List<LinkLine> lines) {
        var with = new HashMap<String, List<String>>();
        lines.stream()
                .filter(LinkLine::open)
                .forEach(line -> line.link().questions().stream()
                        .flatMap(it -> questionnaire.find(it).stream())
                        .map(Question::article)
                        .distinct()
                        .forEach(it -> with.computeIfAbsent(it, key -> new ArrayList<>())
                                .add(line.link().office())));
        return with;
    }

    private Map<String, KeptAnswer> answers() {
        return rows.answers(rows.round().map(AssessmentRows.Round::id).orElse(0L)).stream()
                .collect(Collectors.toMap(KeptAnswer::question, Function.identity()));
    }

    private Map<String, ArticleMark> marks() {
        return rows.marks(rows.round().map(AssessmentRows.Round::id).orElse(0L)).stream()
                .collect(Collectors.toMap(ArticleMark::article, Function.identity()));
    }

    private org.comity.convention.Article article(String number) {
        var edition = convention.newest(Convention.UNCC).orElseThrow().edition();
        return convention.article(edition, number).orElseThrow(AssessmentRefused::unknown);
    }

    private static int counted(List<Question> questions, Map<String, KeptAnswer> answers) {
        return (int) questions.stream()
                .filter(it ->
                        answers.containsKey(it.id()) && answers.get(it.id()).counts())
                .count();
    }

    private static int toConfirm(List<Question> questions, Map<String, KeptAnswer> answers) {
        return (int) questions.stream()
                .filter(it ->
                        answers.containsKey(it.id()) && !answers.get(it.id()).still())
                .count();
    }

    static Map<String, String> fields(GivenAnswer given) {
        return Map.of(
                "choice",
                given.choice(),
                "words",
                given.words(),
                "law",
                given.law(),
                "inForce",
                given.inForce() == null ? "" : given.inForce().toString());
    }

    private static String said(GivenAnswer given) {
        var law = given.law().isEmpty() ? "" : " (" + given.law() + ")";
        return (given.choice() + " " + given.words()).strip() + law;
    }
}
