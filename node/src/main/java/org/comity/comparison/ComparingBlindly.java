package org.comity.comparison;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.comparison.ComparisonView.Stand;
import org.comity.comparison.HeldComparisons.Held;
import org.comity.comparison.ReceivedSteps.Step;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.sealing.BlindComparison;
import org.comity.sealing.BlindComparisonRefused;
import org.comity.sealing.ComparisonSteps;
import org.comity.sealing.ComparisonSteps.Learned;
import org.comity.sealing.KeptComparison;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares identifiers with another State blindly, step by step: each step becomes a draft with its file, which officers approve and send. */
@Component
class ComparingBlindly {

    static final int LONGEST_LIST = 30_000;
    private static final int LONGEST_WORDS = 2_000;
    private static final String FILE = "comparison-%d.json";
    private static final List<String> WORDS = List.of("offer", "answer", "last");

    private final ComparisonSteps steps = new ComparisonSteps(new SecureRandom());
    private final ReceivedSteps received;
    private final HeldComparisons held;
    private final BoundingComparisons bounds;
    private final ComparisonTurns turns;
    private final Drafts drafts;
    private final Threads threads;
    private final CaseAccess access;
    private final Ledger ledger;

    ComparingBlindly(
            ReceivedSteps received,
            HeldComparisons held,
            BoundingComparisons bounds,
            ComparisonTurns turns,
            Drafts drafts,
            Threads threads,
            CaseAccess access,
            Ledger ledger) {
        this.received = received;
        this.held = held;
        this.bounds = bounds;
        this.turns = turns;
        this.drafts = drafts;
        this.threads = threads;
        this.access = access;
        this.ledger = ledger;
    }

    /** @param words what the desks agreed on, as it is sent */
    record TypedComparison(String identifiers, String words) {
        static final TypedComparison NOTHING = new TypedComparison("", "");

        @Override
        public String toString() {
            return "TypedComparison[not shown]";
        }
    }

    /** @param draft the step that was written; null where {@code problems} say why not, or where it was the last */
    record Outcome(@Nullable String draft, FormProblems problems) {}

    ComparisonView view(String reference, TypedComparison typed, FormProblems problems, Official by) {
        return view(row(reference, by), typed, problems);
    }

    ComparisonView view(RequestRow row, TypedComparison typed, FormProblems problems) {
        var run = received.newest(row.thread());
        var mine = held.of(row.thread());
        var draft = drafts.alive(row.thread(), ReceivedSteps.ACT).stream()
                .filter(it -> it.status() == Draft.Status.WRITING || it.status() == Draft.Status.SUBMITTED)
                .findFirst()
                .map(Draft::id);
        var stand = ended(row) ? Stand.OVER : draft.isPresent() ? Stand.WRITTEN : stand(run, mine);
        var theirs = run.isEmpty() || run.getLast().ours() ? null : run.getLast();
        return new ComparisonView(
                row,
                stand,
                stand == Stand.ANSWER ? offered(Objects.requireNonNull(theirs)) : 0,
                theirs == null ? "" : theirs.agreed(),
                bounds.perDay(),
                bounds.tooOften(row.counterpart()),
                draft.orElse(null),
                mine.map(Held::learned).orElse(null),
                typed.identifiers(),
                typed.words(),
                problems);
    }

    /** An offer, or the answer to theirs. */
    @Transactional
    Outcome compare(String reference, TypedComparison typed, Official by) {
        var row = row(reference, by);
        var tooLong = FormProblems.NONE;
        if (typed.identifiers().length() > LONGEST_LIST) {
            tooLong = tooLong.with("identifiers", "comparison.refused.too-long");
        }
        if (typed.words().length() > LONGEST_WORDS)
            tooLong = tooLong.with("words", "comparison.refused.words-too-long");
        if (tooLong.any()) return new Outcome(null, tooLong);
        // Before it is asked: of two presses at once, the second sees the first one's draft.
        turns.inTurn(row.thread());
        var view = view(row, typed, FormProblems.NONE);
        if (view.tooOften()) {
            throw new BoundingComparisons.TooOften(bounds.perDay());
        }
        var lines = typed.identifiers().lines().toList();
        try {
            return switch (view.stand()) {
                case NONE, LEARNED, LOST, NO_FILE, WAITING -> begun(row, 1, steps.offer(lines), typed, by);
                case ANSWER -> begun(row, 2, steps.answer(newestFile(row), lines), typed, by);
                default -> throw new ComparisonRefused("not-now", row.named());
            };
        } catch (BlindComparisonRefused refused) {
            return new Outcome(null, problem(refused));
        }
    }

    /** Their answer, or their last step, shows what both have. */
    @Transactional
    Outcome learn(String reference, Official by) {
        var row = row(reference, by);
        turns.inTurn(row.thread());
        var stand = view(row, TypedComparison.NOTHING, FormProblems.NONE).stand();
        if (stand != Stand.FINISH && stand != Stand.LEARN) {
            throw new ComparisonRefused("not-now", row.named());
        }
        var kept = held.of(row.thread()).map(Held::kept).orElseThrow();
        try {
            var file = newestFile(row);
            var learned = stand == Stand.FINISH ? steps.finish(kept, file) : steps.learn(kept, file);
            // While the last step is not written nothing is forgotten: the other side would never learn.
            var draft = learned.last().length == 0 ? null : last(row, kept, learned, by);
            held.done(row.thread(), kept.context(), learned);
            ledger.record(
                    by,
                    "comparison.learned",
                    row.thread(),
                    Map.of("n", Integer.toString(learned.both().size())));
            return new Outcome(draft, FormProblems.NONE);
        } catch (BlindComparisonRefused refused) {
            return new Outcome(null, problem(refused));
        }
    }

    /** List, secret and what was learned are gone from here. */
    void forget(String reference, Official by) {
        held.forget(row(reference, by).thread());
    }

    private Outcome begun(RequestRow row, int step, ComparisonSteps.Sent sent, TypedComparison typed, Official by) {
        held.mustHaveRoom(row.thread());
        int ours = sent.kept().entries().size();
        var draft = written(row, step, Integer.toString(ours), typed.words(), sent.file(), by);
        held.begin(row.thread(), sent.kept());
        ledger.record(by, "comparison.begun", row.thread(), Map.of("n", Integer.toString(ours)));
        return new Outcome(draft, FormProblems.NONE);
    }

    private String last(RequestRow row, KeptComparison kept, Learned learned, Official by) {
        return written(row, 3, Integer.toString(kept.entries().size()), "", learned.last(), by);
    }

    private String written(RequestRow row, int step, String count, String words, byte[] file, Official by) {
        var body = Map.<String, Object>of("step", WORDS.get(step - 1), "count", count, "text", words);
        var draft = drafts.start(
                row.procedure(), ReceivedSteps.ACT, row.ourRole(), row.counterpart(), row.thread(), body, by);
        drafts.attach(draft.id(), FILE.formatted(step), "application/json", file, by);
        return draft.id();
    }

    private static Stand stand(List<Step> run, Optional<Held> mine) {
        if (run.isEmpty()) {
            return mine.map(Held::learned).isPresent() ? Stand.LEARNED : Stand.NONE;
        }
        var newest = run.getLast();
        boolean here = mine.filter(
                        it -> newest.context().filter(it.context()::equals).isPresent())
                .isPresent();
        boolean learned = here && mine.map(Held::learned).isPresent();
        if (learned) {
            return Stand.LEARNED;
        }
        if (newest.ours()) {
            return newest.step() == 3 ? Stand.NONE : here ? Stand.WAITING : Stand.LOST;
        }
        if (newest.context().isEmpty()) {
            return Stand.NO_FILE;
        }
        return switch (newest.step()) {
            case 1 -> Stand.ANSWER;
            case 2 -> here ? Stand.FINISH : Stand.LOST;
            default -> here ? Stand.LEARN : Stand.NONE;
        };
    }

    private int offered(Step theirs) {
        try {
            return ComparisonSteps.offered(Objects.requireNonNull(theirs.file()));
        } catch (BlindComparisonRefused noPoints) {
            return 0;
        }
    }

    private byte[] newestFile(RequestRow row) {
        return Objects.requireNonNull(received.newest(row.thread()).getLast().file());
    }

    private static FormProblems problem(BlindComparisonRefused refused) {
        var aboutOurs = List.of("count", "entry").contains(refused.what());
        return FormProblems.NONE.with(
                aboutOurs ? "identifiers" : "",
                "comparison.refused." + refused.what(),
                "most",
                Integer.toString(BlindComparison.MOST));
    }

    private boolean ended(RequestRow row) {
        return threads.find(row.thread())
                .map(Threads.Thread::state)
                .filter(Procedure.State::ended)
                .isPresent();
    }

    private RequestRow row(String reference, Official by) {
        access.mustWrite(by);
        var row = access.row(reference, by);
        if (!ReceivedSteps.in(row.procedure())) {
            throw new ComparisonRefused("none-here", row.named());
        }
        return row;
    }
}
