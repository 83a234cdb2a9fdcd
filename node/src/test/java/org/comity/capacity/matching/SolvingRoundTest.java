package org.comity.capacity.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.comity.capacity.matching.RoundProblem.OfferedUnits;
import org.comity.capacity.matching.RoundProblem.WeighedNeed;
import org.comity.capacity.matching.RoundProblem.WeighedState;
import org.comity.capacity.matching.RoundSolution.PlacedUnits;
import org.junit.jupiter.api.Test;

/** A round's answer is the best there is, the same for everybody, and leaves nobody with a better claim behind. */
class SolvingRoundTest {

    private static final int CASES = 1000;

    @Test
    void it_is_worth_what_a_linear_programme_finds_in_a_thousand_rounds() {
        int placed = 0;
        for (long seed = 0; seed < CASES; seed++) {
            var problem = RandomRounds.small(seed);
            var solution = SolvingRound.of(problem);
            assertThat((double) solution.value())
                    .as("seed %d", seed)
                    .isCloseTo(LinearProgramme.value(problem), within(1.0));
            placed += solution.placed().size();
        }
        assertThat(placed).as("rounds in which something can be placed").isGreaterThan(CASES);
    }

    @Test
    void nothing_that_can_be_tried_is_better_and_no_bound_is_passed() {
        for (long seed = 0; seed < 200; seed++) {
            var problem = RandomRounds.tiny(seed);
            var solution = SolvingRound.of(problem);

            assertThat(solution.value()).as("seed %d", seed).isEqualTo(best(problem, List.of(), 0));
            assertThat(allowed(problem, solution.placed())).as("seed %d", seed).isTrue();
            assertThat(SolvingRound.value(problem, solution.placed())).isEqualTo(solution.value());
        }
    }

    @Test
    void more_capacity_never_lowers_what_it_is_worth() {
        for (long seed = 0; seed < CASES; seed++) {
            var problem = RandomRounds.small(seed);
            var more = problem.offers().stream()
                    .map(it ->
                            new OfferedUnits(it.id(), it.capacity() + (it.id().equals("O0") ? 1 : 0)))
                    .toList();
            var larger = new RoundProblem(
                    problem.round(), problem.weights(), problem.states(), problem.needs(), more, problem.pairs());

            assertThat(SolvingRound.of(larger).value())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(SolvingRound.of(problem).value());
        }
    }

    /** What the extra weight multiplies never shrinks when it is raised, whatever the round. */
    @Test
    void a_higher_equity_never_gives_the_groups_that_come_first_less() {
        for (long seed = 0; seed < CASES; seed++) {
            var problem = RandomRounds.small(seed);
            double before = -1;
            for (int equity : new int[] {0, 250, 500, 1000}) {
                var weighed = with(
                        problem,
                        problem.weights().with(equity, problem.weights().firstHelp()));
                double now = benefit(weighed, SolvingRound.of(weighed));
                // Rewards are whole millionths: as many units, as many halves.
                assertThat(now).as("seed %d, equity %d", seed, equity).isGreaterThanOrEqualTo(before - 100);
                before = now;
            }
        }
    }

    @Test
    void the_order_in_which_needs_and_offers_are_listed_changes_nothing() {
        for (long seed = 0; seed < 200; seed++) {
            var problem = RandomRounds.small(seed);
            var random = new Random(seed);
            assertThat(SolvingRound.of(new RoundProblem(
                            problem.round(),
                            problem.weights(),
                            shuffled(problem.states(), random),
                            shuffled(problem.needs(), random),
                            shuffled(problem.offers(), random),
                            shuffled(problem.pairs(), random))))
                    .as("seed %d", seed)
                    .isEqualTo(SolvingRound.of(problem));
        }
    }

    @Test
    void among_equals_the_public_lot_decides_and_not_the_name() {
        var firsts = LongStream.range(0, 40)
                .mapToObj(n ->
                        SolvingRound.of(equals("lot " + n)).placed().getFirst().need())
                .distinct();

        assertThat(firsts).containsExactlyInAnyOrder("N1", "N2");
        assertThat(SolvingRound.of(equals("lot 1"))).isEqualTo(SolvingRound.of(equals("lot 1")));
    }

    @Test
    void a_state_that_has_nothing_comes_before_one_that_has() {
        var weights = RoundWeights.usual("lot");
        var fits = Collections.nCopies(7, 900);
        var problem = new RoundProblem(
                "R",
                weights,
                List.of(
                        new WeighedState("XA", false, false, false, 2, 5),
                        new WeighedState("XB", false, false, false, 0, 5)),
                List.of(new WeighedNeed("N1", "XA", 1, 3, 3), new WeighedNeed("N2", "XB", 1, 2, 0)),
                List.of(new OfferedUnits("O1", 1)),
                List.of(new FittingPair("N1", "O1", fits), new FittingPair("N2", "O1", fits)));

        assertThat(SolvingRound.of(problem).placed()).containsExactly(new PlacedUnits("N2", "O1", 1));
        assertThat(SolvingRound.of(with(problem, weights.with(250, 0))).placed())
                .containsExactly(new PlacedUnits("N1", "O1", 1));
    }

    @Test
    void nobody_with_a_better_claim_is_left_behind() {
        for (long seed = 0; seed < CASES; seed++) {
            var problem = RandomRounds.small(seed);
            assertThat(JustifiedEnvy.in(problem, SolvingRound.of(problem)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void an_answer_that_passes_over_a_better_claim_is_found() {
        var problem = new RoundProblem(
                "R",
                RoundWeights.usual("lot"),
                List.of(
                        new WeighedState("XA", false, false, false, 0, 5),
                        new WeighedState("XB", false, false, false, 0, 5)),
                List.of(new WeighedNeed("N1", "XA", 2, 2, 0), new WeighedNeed("N2", "XB", 1, 4, 12)),
                List.of(new OfferedUnits("O1", 2)),
                List.of(
                        new FittingPair("N1", "O1", Collections.nCopies(7, 900)),
                        new FittingPair("N2", "O1", Collections.nCopies(7, 900))));

        assertThat(JustifiedEnvy.in(problem, new RoundSolution(0, List.of(new PlacedUnits("N1", "O1", 2)))))
                .containsExactly(new JustifiedEnvy("N2", "O1", "N1"));
        assertThat(SolvingRound.of(problem).units("N2")).isOne();
    }

    private static RoundProblem equals(String lot) {
        var fits = Collections.nCopies(7, 900);
        return new RoundProblem(
                "R",
                RoundWeights.usual(lot),
                List.of(
                        new WeighedState("XA", false, false, false, 0, 5),
                        new WeighedState("XB", false, false, false, 0, 5)),
                List.of(new WeighedNeed("N1", "XA", 1, 2, 0), new WeighedNeed("N2", "XB", 1, 2, 0)),
                List.of(new OfferedUnits("O1", 1)),
                List.of(new FittingPair("N1", "O1", fits), new FittingPair("N2", "O1", fits)));
    }

    private static RoundProblem with(RoundProblem problem, RoundWeights weights) {
        return new RoundProblem(
                problem.round(), weights, problem.states(), problem.needs(), problem.offers(), problem.pairs());
    }

    private static <T> List<T> shuffled(List<T> all, Random random) {
        var copy = new ArrayList<>(all);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** What equity multiplies: of each State by its groups. */
    private static double benefit(RoundProblem problem, RoundSolution solution) {
        var plain = with(problem, problem.weights().with(0, problem.weights().firstHelp()));
        double sum = 0;
        for (var state : problem.states()) {
            double groups = (state.ldc() ? .6 : 0) + (state.lldc() ? .3 : 0) + (state.sids() ? .3 : 0);
            var own = solution.placed().stream()
                    .filter(it -> stateOf(problem, it.need()).equals(state.code()))
                    .toList();
            sum += groups * SolvingRound.value(plain, own);
        }
        return sum;
    }

    private static String stateOf(RoundProblem problem, String need) {
        return problem.needs().stream()
                .filter(it -> it.id().equals(need))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static long best(RoundProblem problem, List<PlacedUnits> placed, int next) {
        if (!allowed(problem, placed)) return Long.MIN_VALUE;
        if (next == problem.pairs().size()) return SolvingRound.value(problem, placed);
        long best = Long.MIN_VALUE;
        var pair = problem.pairs().get(next);
        for (int units = 0; units <= 2; units++) {
            var with = new ArrayList<>(placed);
            if (units > 0) with.add(new PlacedUnits(pair.need(), pair.offer(), units));
            best = Math.max(best, best(problem, with, next + 1));
        }
        return best;
    }

    private static boolean allowed(RoundProblem problem, List<PlacedUnits> placed) {
        Map<String, Integer> used = new HashMap<>();
        for (var each : placed) {
            used.merge(each.need(), each.units(), Integer::sum);
            used.merge(each.offer(), each.units(), Integer::sum);
            used.merge(stateOf(problem, each.need()), each.units(), Integer::sum);
        }
        return problem.needs().stream().allMatch(it -> used.getOrDefault(it.id(), 0) <= it.units())
                && problem.offers().stream().allMatch(it -> used.getOrDefault(it.id(), 0) <= it.capacity())
                && problem.states().stream().allMatch(it -> used.getOrDefault(it.code(), 0) <= it.room());
    }
}
