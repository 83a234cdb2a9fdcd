package org.comity.implementation;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.implementation.AssessmentSheet.AnswerRow;
import org.comity.implementation.AssessmentSheet.MarkRow;
import org.comity.ledger.Ledger;
import org.comity.proof.form.Digests;
import org.comity.sheet.SheetReading;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps our State's answers, marks and evidence, round by round; nothing of it leaves the node. */
@Component
class KeepingAssessment {

    private static final int MOST_FILES = 20;
    private static final int LONGEST_NAME = 200;

    private final AssessmentRows rows;
    private final Questionnaire questionnaire;
    private final Ledger ledger;
    private final Clock clock;
    private final SheetReading sheets = new SheetReading(AssessmentSheet.LIMITS);

    KeepingAssessment(AssessmentRows rows, Questionnaire questionnaire, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.questionnaire = questionnaire;
        this.ledger = ledger;
        this.clock = clock;
    }

    static void mustRead(Official by) {
        if (!by.holds(Duty.LAWYER) && !by.holds(Duty.DUTY_OFFICER) && !by.holds(Duty.SECOND_OFFICER)) {
            throw AssessmentRefused.forbidden();
        }
    }

    /** The round that is open, begun with the first answer; no other is begun before the transaction ends. */
    long round(Official by) {
        return rows.hold().map(AssessmentRows.Round::id).orElseGet(() -> first(by));
    }

    private long first(Official by) {
        rows.lockRounds();
        return rows.round().map(AssessmentRows.Round::id).orElseGet(() -> rows.open(by.id(), clock.instant()));
    }

    /**
     * Another round: what was said comes over and is asked only whether it is still true.
     *
     * @param after how many there were when the button was shown: pressed twice, it opens one
     */
    @Transactional
    public void next(long after, Official by) {
        mustRead(by);
        rows.lockRounds();
        var before = rows.round().orElseThrow(AssessmentRefused::unusable);
        if (before.count() != after) {
            throw AssessmentRefused.changed();
        }
        rows.end(before);
        var next = rows.open(by.id(), clock.instant());
        rows.bringOver(before.id(), next);
        ledger.record(by, "assess.round-opened", "assessment", Map.of());
    }

    @Transactional
    public FormProblems answer(String id, Map<String, String> typed, Official by) {
        mustRead(by);
        var question = question(id);
        var answer = GivenAnswer.TypedAnswer.of(question, typed);
        if (answer.answer() == null) {
            return problem(Objects.requireNonNull(answer.wrong()));
        }
        var given = answer.answer();
        var round = round(by);
        if (!rows.answer(round, kept(id, given, "own", by), AssessmentSeen.read(typed))) {
            // Pressed twice, it stands already.
            return stands(answers(round).get(id), given)
                    ? FormProblems.NONE
                    : FormProblems.NONE.with("words", AssessmentSeen.CHANGED);
        }
        ledger.record(by, "assess.answered", id, Map.of());
        return FormProblems.NONE;
    }

    private KeptAnswer kept(String question, GivenAnswer given, String source, Official by) {
        return new KeptAnswer(question, given, source, true, by.name(), clock.instant());
    }

    void keep(String question, GivenAnswer given, String source, Official by) {
        rows.answer(round(by), kept(question, given, source, by));
        ledger.record(by, "assess.answered", question, Map.of());
    }

    @Transactional
    public void still(String id, Official by) {
        mustRead(by);
        if (!rows.still(round(by), question(id).id(), by.name(), clock.instant())) {
            throw AssessmentRefused.unusable();
        }
        ledger.record(by, "assess.answered", id, Map.of());
    }

    @Transactional
    public FormProblems mark(String article, Map<String, String> typed, Official by) {
        mustRead(by);
        if (questionnaire.of(article).isEmpty()) {
            throw AssessmentRefused.unknown();
        }
        var help = TypedText.clean(typed.get("help"));
        var practice = TypedText.clean(typed.get("practice"));
        var letter = typed.getOrDefault("letter", "");
        var challenge = typed.getOrDefault("challenge", "");
        var problems = FormProblems.NONE;
        if (!ArticleMark.LETTERS.contains(letter)) {
            problems = problems.with("letter", "assess.wrong.unknown-choice");
        }
        if (!ArticleMark.CHALLENGES.contains(challenge)) {
            problems = problems.with("challenge", "assess.wrong.unknown-choice");
        }
        for (var text : Map.of("help", help, "practice", practice).entrySet()) {
            if (text.getValue().length() > ArticleMark.LONGEST) {
                problems = problems.with(text.getKey(), "assess.wrong.long");
            }
        }
        var until = typed.getOrDefault("until", "").strip();
        var day = TypedText.day(until).orElse(null);
        if (!until.isEmpty() && day == null) {
            problems = problems.with("until", "assess.wrong.day");
        }
        if (problems.any()) return problems;
        var round = round(by);
        var mark = new ArticleMark(article, letter, day, challenge, help, practice);
        if (!rows.mark(round, mark, by.name(), clock.instant(), AssessmentSeen.read(typed))) {
            return rows.marks(round).contains(mark) ? problems : problems.with("help", AssessmentSeen.CHANGED);
        }
        ledger.record(by, "assess.marked", "article-" + article, Map.of());
        return problems;
    }

    /** The file itself is not kept: its hash says later that it is the same. */
    @Transactional
    public void evidence(String id, String name, byte[] content, Official by) {
        mustRead(by);
        var question = question(id);
        var round = round(by);
        if (content.length == 0) {
            throw AssessmentRefused.unusable();
        }
        if (rows.evidence(round).stream().filter(it -> it.question().equals(id)).count() >= MOST_FILES) {
            throw AssessmentRefused.full();
        }
        var plain = TypedText.clean(name).replaceAll("[/\\\\\n]", " ");
        var kept = plain.isEmpty() ? question.id() : CutText.to(plain, LONGEST_NAME);
        var hash = Digests.sha256(content);
        rows.name(round, id, new NamedEvidence(id, kept, content.length, hash), by.name(), clock.instant());
        ledger.record(by, "assess.evidence-named", id, Map.of("hash", hash));
    }

    /** Keeps a spreadsheet to be looked at; nothing of it is taken. */
    @Transactional
    public String keepSheet(byte[] content, Official by) {
        mustRead(by);
        sheets.read(content);
        var id = "a" + UUID.randomUUID().toString().substring(24);
        rows.keepSheet(id, content, by.id(), clock.instant());
        return id;
    }

    /** Takes every row that fits; the others change nothing. */
    @Transactional
    public int take(String id, Official by) {
        mustRead(by);
        var read = sheets.read(rows.sheet(id).orElseThrow(AssessmentRefused::unknown));
        if (!AssessmentSheet.hasColumns(read) || read.size() > AssessmentSheet.LIMITS.mostRows() + 1) {
            throw AssessmentRefused.unusable();
        }
        var round = round(by);
        var before = answers(round);
        var marks = rows.marks(round);
        int taken = 0;
        for (var row : new AssessmentSheet(questionnaire).read(read)) {
            if (row instanceof AnswerRow answer && !stands(before.get(answer.question()), answer.answer())) {
                keep(answer.question(), answer.answer(), "sheet", by);
                taken++;
            } else if (row instanceof MarkRow mark && !marks.contains(mark.mark())) {
                rows.mark(round, mark.mark(), by.name(), clock.instant());
                taken++;
            }
        }
        ledger.record(by, "assess.sheet-taken", "assessment", Map.of("n", Integer.toString(taken)));
        return taken;
    }

    /** Does this stand already, in this round? */
    static boolean stands(@Nullable KeptAnswer kept, GivenAnswer given) {
        return kept != null && kept.still() && kept.given().equals(given);
    }

    private Map<String, KeptAnswer> answers(long round) {
        return rows.answers(round).stream().collect(Collectors.toMap(KeptAnswer::question, Function.identity()));
    }

    private Question question(String id) {
        return questionnaire.find(id).orElseThrow(AssessmentRefused::unknown);
    }

    static FormProblems problem(String wrong) {
        var field = switch (wrong) {
            case "day" -> "inForce";
            case "long-law" -> "law";
            default -> wrong.contains("choice") ? "choice" : "words";
        };
        return FormProblems.NONE.with(field, "assess.wrong." + wrong);
    }
}
