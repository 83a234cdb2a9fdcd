package org.comity.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.comity.capacity.matching.FittingPair;
import org.comity.capacity.matching.RoundProblem;
import org.comity.capacity.matching.RoundProblem.OfferedUnits;
import org.comity.capacity.matching.RoundProblem.WeighedNeed;
import org.comity.capacity.matching.RoundProblem.WeighedState;
import org.comity.capacity.matching.RoundWeights;
import org.comity.capacity.matching.SolvingRound;

/** Matches needs with offers: how long it takes, and whether a linear programme finds the same value. */
final class MatchBench {

    private static final int NEEDS = 195;
    private static final int OFFERS = 45;
    private static final int STATES = 110;
    private static final int KINDS = 8;
    private static final int ROUNDS = 9;
    private static final double MOST_SECONDS = 0.5;

    private final MatchPlan plan;
    private final PrintStream out;

    MatchBench(MatchPlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    record Result(double seconds, double secondsTenTimes, boolean equalToLinearProgramme) {

        boolean holds() {
            return seconds <= MOST_SECONDS && equalToLinearProgramme;
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"seconds\":%.3f,\"secondsTenTimes\":%.3f,\"equalToLinearProgramme\":%b}",
                    seconds,
                    secondsTenTimes,
                    equalToLinearProgramme);
        }
    }

    Result run() {
        var problem = problem(1);
        out.printf(
                "seed %d, %d needs, %d offers, %d pairs%n",
                plan.seed(), NEEDS, OFFERS, problem.pairs().size());
        double seconds = median(problem, ROUNDS);
        out.printf(Locale.ROOT, "median of %d: %.3f s%n", ROUNDS, seconds);
        long value = SolvingRound.of(problem).value();
        double linear = RoundAsLinearProgramme.value(problem);
        out.printf(Locale.ROOT, "flow %.6f, linear programme %.6f%n", value / 1e6, linear);
        var large = problem(10);
        out.printf(
                "%d needs, %d offers, %d pairs%n",
                large.needs().size(), large.offers().size(), large.pairs().size());
        double tenTimes = median(large, 1);
        out.printf(Locale.ROOT, "%.3f s%n", tenTimes);
        var result = new Result(seconds, tenTimes, Math.abs(value / 1e6 - linear) < 1e-5);
        out.println(result.json());
        return result;
    }

    private static double median(RoundProblem problem, int rounds) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            SolvingRound.of(problem);
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        return seconds.stream().sorted().toList().get(rounds / 2);
    }

    /** Eight kinds and three languages, as the rule was designed with: about one pair in eight may be proposed. */
    private RoundProblem problem(int times) {
        var random = new Random(plan.seed());
        List<WeighedState> states = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            states.add(new WeighedState(
                    "S" + i, random.nextInt(3) == 0, random.nextInt(4) == 0, random.nextInt(4) == 0, 0, 40 * times));
        }
        List<WeighedNeed> needs = new ArrayList<>();
        int[] kinds = new int[NEEDS * times];
        for (int i = 0; i < NEEDS * times; i++) {
            kinds[i] = random.nextInt(KINDS);
            needs.add(new WeighedNeed(
                    "N" + i,
                    "S" + random.nextInt(STATES),
                    1 + random.nextInt(4),
                    1 + random.nextInt(4),
                    random.nextInt(25)));
        }
        List<OfferedUnits> offers = new ArrayList<>();
        List<FittingPair> pairs = new ArrayList<>();
        for (int i = 0; i < OFFERS * times; i++) {
            offers.add(new OfferedUnits("O" + i, 2 + random.nextInt(9)));
            for (int n = 0; n < NEEDS * times; n++) {
                if (kinds[n] != i % KINDS) continue;
                pairs.add(new FittingPair("N" + n, "O" + i, parts(random)));
            }
        }
        return new RoundProblem("bench", RoundWeights.usual("bench"), states, needs, offers, pairs);
    }

    private static List<Integer> parts(Random random) {
        return List.of(
                1000,
                random.nextInt(1001),
                random.nextBoolean() ? 1000 : 550,
                random.nextInt(1001),
                1000,
                random.nextInt(3) * 500,
                random.nextBoolean() ? 800 : 0);
    }
}
