package org.comity.implementation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.ledger.Ledger;
import org.comity.proof.form.Digests;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives questions to another office by a link without an account, and takes their answers as drafts. */
@Component
class KeepingLinks {

    private static final int LONGEST_OFFICE = 200;
    private static final int MOST_OPEN = 200;
    private static final int MOST_DAYS = 90;
    private static final int TOKEN_BYTES = 32;

    /** So often may each question be answered anew, before somebody who has the link fills the record with it. */
    static final int MOST_CHANGES = 20;

    private final LinkRows rows;
    private final KeepingAssessment assessment;
    private final Questionnaire questionnaire;
    private final Ledger ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeepingLinks(LinkRows rows, KeepingAssessment assessment, Questionnaire questionnaire, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.assessment = assessment;
        this.questionnaire = questionnaire;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param token shown once; of it only the hash is kept */
    record Made(String token, FormProblems problems) {}

    @Transactional
    public Made make(List<String> questions, String office, String askedBy, String ends, Official by) {
        KeepingAssessment.mustRead(by);
        var name = TypedText.clean(office);
        var problems = FormProblems.NONE;
        if (name.isEmpty() || name.length() > LONGEST_OFFICE) {
            problems = problems.with("office", "assess.wrong.office");
        }
        if (questions.isEmpty()
                || !questions.stream().allMatch(it -> questionnaire.find(it).isPresent())) {
            problems = problems.with("question", "assess.wrong.question");
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var asked = TypedText.day(askedBy).orElse(null);
        var until = TypedText.day(ends).orElse(null);
        if (asked == null || asked.isBefore(today)) {
            problems = problems.with("askedBy", "assess.wrong.link-day");
        }
        if (until == null || asked == null || until.isBefore(asked) || until.isAfter(today.plusDays(MOST_DAYS))) {
            problems = problems.with("ends", "assess.wrong.link-end");
        }
        if (problems.any()) {
            return new Made("", problems);
        }
        var round = assessment.round(by);
        if (rows.of(round).stream().filter(it -> it.open(clock.instant())).count() >= MOST_OPEN) {
            throw AssessmentRefused.full();
        }
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var endsAt = Objects.requireNonNull(until).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        rows.add(
                new OfficeLink(
                        0,
                        round,
                        name,
                        questions.stream().distinct().toList(),
                        Objects.requireNonNull(asked),
                        endsAt,
                        null),
                hash(token),
                by.id(),
                clock.instant());
        ledger.record(by, "assess.link-made", "assessment", Map.of("n", Integer.toString(questions.size())));
        return new Made(token, problems);
    }

    @Transactional
    public void takeBack(long id, Official by) {
        KeepingAssessment.mustRead(by);
        if (!rows.takeBack(id, clock.instant())) {
            throw AssessmentRefused.unknown();
        }
        ledger.record(by, "assess.link-taken-back", "assessment", Map.of());
    }

    /**
     * An office's answer becomes ours, as one of us read it: what the office changed meanwhile is read first.
     *
     * @param answered when it gave the answer that was read
     */
    @Transactional
    public void accept(long id, String question, String answered, Official by) {
        KeepingAssessment.mustRead(by);
        var link = rows.find(id).orElseThrow(AssessmentRefused::unknown);
        var theirs = rows.answers(id).stream()
                .filter(it -> it.question().equals(question))
                .findFirst()
                .orElseThrow(AssessmentRefused::unknown);
        if (!theirs.at().toString().equals(answered)) {
            throw AssessmentRefused.changed();
        }
        if (link.round() != assessment.round(by) || !rows.accept(id, question, theirs.at(), clock.instant())) {
            throw AssessmentRefused.unusable();
        }
        assessment.keep(question, theirs.given(), "office", by);
    }

    /** What the holder of a link may see. */
    OpenLinkView opened(String token) {
        var link = open(token);
        var answers = rows.answers(link.id());
        return new OpenLinkView(
                token,
                link,
                link.questions().stream()
                        .flatMap(it -> questionnaire.find(it).stream())
                        .map(question -> new OpenLinkView.Asked(
                                question,
                                answers.stream()
                                        .filter(it -> it.question().equals(question.id()))
                                        .map(OfficeLink.Theirs::given)
                                        .findFirst()
                                        .orElse(null)))
                        .toList(),
                "",
                Map.of(),
                FormProblems.NONE);
    }

    @Transactional
    public OpenLinkView answer(String token, String id, Map<String, String> typed) {
        var link = open(token);
        if (!link.questions().contains(id)) {
            throw AssessmentRefused.noLink();
        }
        var question = questionnaire.find(id).orElseThrow(AssessmentRefused::noLink);
        var answer = GivenAnswer.TypedAnswer.of(question, typed);
        if (answer.answer() == null) {
            var problems = KeepingAssessment.problem(Objects.requireNonNull(answer.wrong()));
            return opened(token).wrong(id, typed, problems);
        }
        var before = rows.answers(link.id()).stream()
                .filter(it -> it.question().equals(id))
                .map(OfficeLink.Theirs::given)
                .findFirst();
        if (before.filter(answer.answer()::equals).isPresent()) {
            return opened(token);
        }
        if (!rows.counted(link.id(), link.questions().size() * MOST_CHANGES)) {
            throw AssessmentRefused.linkFull();
        }
        rows.answer(link.id(), id, answer.answer(), clock.instant());
        ledger.record(null, "assess.answered-by-link", id, Map.of());
        return opened(token);
    }

    private OfficeLink open(String token) {
        return rows.byToken(hash(token)).filter(it -> it.open(clock.instant())).orElseThrow(AssessmentRefused::noLink);
    }

    private static String hash(String token) {
        return Digests.sha256(token.getBytes(UTF_8));
    }
}
