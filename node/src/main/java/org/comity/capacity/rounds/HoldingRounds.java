package org.comity.capacity.rounds;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.capacity.matching.ExplainingRound;
import org.comity.capacity.matching.PairAnswer;
import org.comity.capacity.matching.RoundFile;
import org.comity.capacity.matching.RoundProblem;
import org.comity.capacity.matching.SolvingRound;
import org.comity.capacity.rounds.RoundRows.OpenedRound;
import org.comity.capacity.rounds.RoundRows.Solving;
import org.comity.casework.CaseAccess;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens rounds with fixed weights, freezes and solves them, and has a second officer approve what is published. */
@Component
class HoldingRounds {

    private static final int LONGEST_REASON = 1_000;

    private final RoundRows rows;
    private final StandingRounds standing;
    private final EndingRounds endings;
    private final ListedHelp listed;
    private final CaseAccess access;
    private final UnreadOffers unread;
    private final Ledger ledger;
    private final Clock clock;

    HoldingRounds(
            RoundRows rows,
            StandingRounds standing,
            EndingRounds endings,
            ListedHelp listed,
            CaseAccess access,
            UnreadOffers unread,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.standing = standing;
        this.endings = endings;
        this.unread = unread;
        this.listed = listed;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    RoundsView all(RoundForm form, FormProblems problems, Official by) {
        access.mustRead(by);
        var offers = listed.offers();
        return new RoundsView(
                standing.newest(), listed.needs(), offers, unread.of(offers), access.mayWrite(by), form, problems);
    }

    RoundView one(String id, Official by) {
        access.mustRead(by);
        var round = round(id);
        var solvings = rows.solvings(id);
        var solved = solvings.stream().map(it -> solved(round, it, by)).toList();
        var ended = endings.ended(id).orElse(null);
        boolean goesOn = ended == null;
        boolean none = solvings.stream().allMatch(it -> it.approvedBy() == null);
        return new RoundView(
                id,
                round.fixedAt(),
                round.room(),
                round.answerDays(),
                RoundFile.weights(round.weights().getBytes(StandardCharsets.UTF_8)),
                solved,
                goesOn && access.mayWrite(by) && mayBeSolved(solvings),
                goesOn && !solved.isEmpty() && waits(solvings.getLast()) && isSecond(solved.getLast(), by),
                access.mayWrite(by),
                goesOn && none && access.mayWrite(by),
                ended);
    }

    /** From now on the weights stand; needs and offers may still come. */
    @Transactional
    void open(RoundForm form, Official by) {
        access.mustWrite(by);
        var round = new OpenedRound(
                form.id(),
                new String(RoundFile.bytes(form.weights()), StandardCharsets.UTF_8),
                Integer.parseInt(form.room()),
                Integer.parseInt(form.days()),
                by.id(),
                clock.instant());
        if (!rows.open(round)) throw RoundNotPossible.taken();
        ledger.record(by, "round.opened", round.id(), Map.of("weights", round.weights()));
    }

    /** Takes needs, offers and answers as they stand now, and solves: nothing is published by it. */
    @Transactional
    void solve(String id, Official by) {
        access.mustWrite(by);
        var round = goingOn(id);
        var before = rows.solvings(id);
        if (before.size() >= RoundFile.MOST_SOLVINGS) throw RoundNotPossible.thrice();
        if (!mayBeSolved(before)) throw RoundNotPossible.waiting();
        var now = clock.instant();
        if (!round.fixedAt().isBefore(now)) throw RoundNotPossible.early();
        // Who leaves a group keeps it in the three rounds that are opened next.
        var grouped = rows.thirdBefore(round.fixedAt()).map(HoldingRounds::day).orElse(LocalDate.MIN);
        var input = listed.input(id, day(round.fixedAt()), grouped, round.room(), answers(id, before));
        if (input.needs().isEmpty() || input.offers().isEmpty()) throw RoundNotPossible.nothing();
        var problem = RoundProblem.of(input, RoundFile.weights(round.weights().getBytes(StandardCharsets.UTF_8)));
        var solution = SolvingRound.of(problem);
        var explained = new ExplainingRound(input, problem, solution, SignedNeeds.byLetter(input, listed));
        var reasons =
                new RoundReasons(explained.proposals(), explained.left(), explained.forPeople(), explained.unread());
        var file = new RoundFile(
                problem,
                solution,
                before.size() + 1,
                round.fixedAt(),
                now,
                RoundFile.hash(input),
                SolvingRound.SOLVER,
                by.pseudonym(),
                RoundView.NOBODY_YET);
        var solving = new Solving(
                id,
                before.size() + 1,
                now,
                RoundFile.bytes(input),
                reasons.json(),
                file.bytes(),
                by.id(),
                null,
                null,
                null,
                null,
                "");
        if (!rows.solved(solving)) throw RoundNotPossible.waiting();
        ledger.record(
                by, "round.solved", id, Map.of("solving", Integer.toString(solving.number()), "input", file.input()));
    }

    /** A second officer looks at it: then its file is there for everybody who takes part. */
    @Transactional
    void approve(String id, int number, Official by) {
        var solving = asSecond(id, number, by);
        var file = RoundFile.read(solving.file()).approvedBy(by.pseudonym());
        if (!rows.approved(id, number, file.bytes(), by.id(), clock.instant())) throw RoundNotPossible.waiting();
        ledger.record(by, "round.approved", id, Map.of("solving", Integer.toString(number), "input", file.input()));
    }

    /** A second officer does not approve it, and says why: nothing of it is proposed, and the round can be solved anew. */
    @Transactional
    FormProblems refuse(String id, int number, String typed, Official by) {
        asSecond(id, number, by);
        var why = TypedText.clean(typed);
        if (!fits(why)) return FormProblems.NONE.with("why", "rounds.needed.why");
        if (!endings.refused(id, number, why, by.id(), clock.instant())) throw RoundNotPossible.waiting();
        ledger.record(by, "round.refused", id, Map.of("solving", Integer.toString(number)));
        return FormProblems.NONE;
    }

    /** It comes to nothing, e.g. it was opened by mistake: it waits for nobody any more, and counts among no rounds. */
    @Transactional
    FormProblems end(String id, String typed, Official by) {
        access.mustWrite(by);
        goingOn(id);
        var why = TypedText.clean(typed);
        if (!fits(why)) return FormProblems.NONE.with("because", "rounds.needed.why");
        if (!endings.end(id, why, by.id(), clock.instant())) throw RoundNotPossible.stands();
        ledger.record(by, "round.ended", id, Map.of());
        return FormProblems.NONE;
    }

    private Solving asSecond(String id, int number, Official by) {
        access.mustRead(by);
        goingOn(id);
        var solving = rows.solvings(id).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(RoundNotPossible::unknown);
        if (!TwoOfficers.isSecond(by)) throw RoundNotPossible.duty();
        if (solving.ranBy().equals(by.id())) throw RoundNotPossible.own();
        return solving;
    }

    /** For a step of it: nobody takes another one meanwhile. */
    private OpenedRound goingOn(String id) {
        endings.lock(id);
        var round = round(id);
        if (endings.ended(id).isPresent()) throw RoundNotPossible.ended();
        return round;
    }

    private static boolean fits(String why) {
        return !why.isEmpty() && why.length() <= LONGEST_REASON;
    }

    /** @throws RoundNotPossible {@code round.unknown} as long as no second officer approved it */
    byte[] file(String id, int number, Official by) {
        access.mustRead(by);
        return rows.solvings(id).stream()
                .filter(it -> it.number() == number && it.approvedBy() != null)
                .findFirst()
                .map(Solving::file)
                .orElseThrow(RoundNotPossible::unknown);
    }

    private SolvedRound solved(OpenedRound round, Solving solving, Official by) {
        var file = RoundFile.read(solving.file());
        Instant due =
                solving.approvedAt() == null ? null : solving.approvedAt().plus(Duration.ofDays(round.answerDays()));
        return new SolvedRound(
                solving.number(),
                solving.frozenAt(),
                solving.ranBy(),
                solving.approvedBy(),
                due,
                solving.toldAt(),
                solving.refusedAt(),
                solving.refusedWhy(),
                file,
                RoundReasons.of(solving.reasons()),
                listed.answers(file, by.id()));
    }

    /** Of all earlier solvings agreed pairs stay and declined ones do not come again; of other rounds what was agreed stays. */
    private List<PairAnswer> answers(String round, List<Solving> before) {
        List<PairAnswer> answers = new ArrayList<>();
        for (var solving : before) answers.addAll(listed.answers(RoundFile.read(solving.file())));
        for (var file : rows.approvedBeside(round)) {
            listed.answers(RoundFile.read(file)).stream()
                    .filter(PairAnswer::agreed)
                    .forEach(answers::add);
        }
        return answers;
    }

    /** The first time, and again once a second officer refused the last, or every proposal of it has its answer. */
    private boolean mayBeSolved(List<Solving> before) {
        if (before.isEmpty()) return true;
        var last = before.getLast();
        if (before.size() >= RoundFile.MOST_SOLVINGS || waits(last)) return false;
        if (last.refused()) return true;
        var file = RoundFile.read(last.file());
        return listed.answers(file).size() == file.solution().placed().size();
    }

    private static boolean waits(Solving last) {
        return last.approvedBy() == null && !last.refused();
    }

    private static boolean isSecond(SolvedRound solved, Official by) {
        return TwoOfficers.isSecond(by) && !solved.ranBy().equals(by.id());
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private OpenedRound round(String id) {
        return rows.find(id).orElseThrow(RoundNotPossible::unknown);
    }
}
