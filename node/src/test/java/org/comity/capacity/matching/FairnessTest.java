package org.comity.capacity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.comity.capacity.matching.RoundProblem.OfferedUnits;
import org.comity.capacity.matching.RoundProblem.WeighedNeed;
import org.comity.capacity.matching.RoundProblem.WeighedState;
import org.comity.capacity.matching.RoundSolution.PlacedUnits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Simulated rounds, twelve and with {@code --full} thirty, of the size that the rule was designed with: about 190 needs of
 * 110 States, 45 offers, demand far above capacity, and the well prepared file more and earlier. Data are made up, as many of
 * each group as there are; the bands are those of the design's own simulation, with room for another generator.
 */
@Tag("long")
class FairnessTest {

    private static final int ROUNDS = Boolean.getBoolean("comity.full") ? 30 : 12;

    private static final Map<String, Totals> BY_RULE = new HashMap<>();

    @BeforeAll
    static void rounds() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var played = new PlayedRound(seed);
            add("first come", played, played.firstCome());
            for (var rule : new int[][] {{0, 0}, {0, 1000}, {250, 1000}, {500, 1000}, {1000, 1000}}) {
                var problem = played.problem(rule[0], rule[1]);
                add(rule[0] + "/" + rule[1], played, SolvingRound.of(problem).placed());
            }
        }
        BY_RULE.forEach((rule, it) -> System.out.printf(
                "%-12s units %.0f, States with nothing %.1f (most %d), cover LDC %.2f, others %.2f%n",
                rule, it.units / ROUNDS, it.nothing / ROUNDS, it.mostNothing, it.ldc / ROUNDS, it.others / ROUNDS));
    }

    @Test
    void hardly_a_state_is_left_with_nothing() {
        assertThat(rule("250/1000").nothing / ROUNDS).isLessThan(2);
        assertThat(rule("250/1000").mostNothing).isLessThanOrEqualTo(6);
        assertThat(rule("first come").nothing / ROUNDS).isGreaterThan(20);
        assertThat(rule("0/0").nothing / ROUNDS).isGreaterThan(15);
    }

    @Test
    void least_developed_states_are_covered_as_designed_and_twice_as_well_as_by_first_come() {
        assertThat(rule("250/1000").ldc / ROUNDS).isBetween(.70, .92);
        assertThat(rule("250/1000").ldc).isGreaterThan(1.5 * rule("first come").ldc);
        assertThat(rule("250/1000").others / ROUNDS).isGreaterThan(.40);
    }

    @Test
    void equity_raises_their_cover_step_by_step_and_costs_no_units() {
        assertThat(List.of(rule("0/1000").ldc, rule("250/1000").ldc, rule("500/1000").ldc, rule("1000/1000").ldc))
                .isSorted();
        assertThat(rule("250/1000").units).isGreaterThan(.98 * rule("0/0").units);
        assertThat(rule("250/1000").units).isGreaterThan(rule("first come").units);
    }

    private static Totals rule(String name) {
        return BY_RULE.getOrDefault(name, new Totals());
    }

    private static void add(String rule, PlayedRound round, List<PlacedUnits> placed) {
        BY_RULE.computeIfAbsent(rule, it -> new Totals()).add(round, placed);
    }

    private static final class Totals {
        double units;
        double nothing;
        long mostNothing;
        double ldc;
        double others;

        void add(PlayedRound round, List<PlacedUnits> placed) {
            Map<String, Integer> got = new HashMap<>();
            for (var each : placed) got.merge(round.stateOf(each.need()), each.units(), Integer::sum);
            var asking = round.asking();
            units += placed.stream().mapToInt(PlacedUnits::units).sum();
            long none =
                    asking.stream().filter(it -> !got.containsKey(it.code())).count();
            nothing += none;
            mostNothing = Math.max(mostNothing, none);
            ldc += cover(round, asking.stream().filter(WeighedState::ldc).toList(), got);
            others += cover(
                    round,
                    asking.stream()
                            .filter(it -> !it.ldc() && !it.lldc() && !it.sids())
                            .toList(),
                    got);
        }

        private static double cover(PlayedRound round, List<WeighedState> states, Map<String, Integer> got) {
            return states.stream()
                    .mapToDouble(it -> (double) got.getOrDefault(it.code(), 0) / round.asked(it.code()))
                    .average()
                    .orElse(0);
        }
    }

    /** One made-up round: 140 developing States, 44 least developed, 32 landlocked, 39 small islands. */
    private static final class PlayedRound {

        private static final int KINDS = 8;

        private final Random random;
        private final List<WeighedState> states = new ArrayList<>();
        private final Map<String, Double> prepared = new HashMap<>();
        private final List<WeighedNeed> needs = new ArrayList<>();
        private final List<OfferedUnits> offers = new ArrayList<>();
        private final List<FittingPair> pairs = new ArrayList<>();

        PlayedRound(long seed) {
            random = new Random(seed);
            for (int n = 0; n < 140; n++) {
                boolean ldc = n < 44;
                boolean lldc = n < 17 || n >= 44 && n < 59;
                boolean sids = n >= 35 && n < 44 || n >= 59 && n < 89;
                states.add(new WeighedState("S" + n, ldc, lldc, sids, 0, 40));
                prepared.put("S" + n, random.nextDouble() - (ldc || lldc || sids ? .35 : 0));
            }
            Map<String, Integer> kinds = new HashMap<>();
            Map<String, Integer> languages = new HashMap<>();
            for (var state : states) {
                double ready = prepared.get(state.code());
                int most = ready < -.15 ? 0 : ready < .2 ? 1 : ready < .6 ? 2 : 3;
                for (int n = 0; n < most; n++) {
                    var id = "N" + state.code() + "-" + n;
                    needs.add(new WeighedNeed(
                            id, state.code(), 1 + random.nextInt(4), 1 + random.nextInt(4), random.nextInt(25)));
                    kinds.put(id, random.nextInt(KINDS));
                    languages.put(id, random.nextInt(3));
                }
            }
            for (int n = 0; n < 45; n++) {
                offers.add(new OfferedUnits("O" + n, 2 + random.nextInt(9)));
                int kind = n % KINDS;
                int language = random.nextInt(3);
                for (var need : needs) {
                    boolean understood = languages.get(need.id()) == language;
                    if (kinds.get(need.id()) != kind || !understood && random.nextInt(2) == 0) continue;
                    pairs.add(new FittingPair(
                            need.id(), "O" + n, List.of(1000, 1000, understood ? 1000 : 550, 1000, 1000, 1000, 1000)));
                }
            }
        }

        RoundProblem problem(int equity, int firstHelp) {
            return new RoundProblem(
                    "R", RoundWeights.usual("lot").with(equity, firstHelp), states, needs, offers, pairs);
        }

        String stateOf(String need) {
            return need.substring(1, need.indexOf('-'));
        }

        int asked(String state) {
            return needs.stream()
                    .filter(it -> it.state().equals(state))
                    .mapToInt(WeighedNeed::units)
                    .sum();
        }

        List<WeighedState> asking() {
            var fitting =
                    pairs.stream().map(FittingPair::need).map(this::stateOf).collect(Collectors.toSet());
            return states.stream().filter(it -> fitting.contains(it.code())).toList();
        }

        /** The best prepared first, each taking the best offer that still has room. */
        List<PlacedUnits> firstCome() {
            Map<String, Integer> left = new HashMap<>();
            offers.forEach(it -> left.put(it.id(), it.capacity()));
            List<PlacedUnits> placed = new ArrayList<>();
            var weights = RoundWeights.usual("lot");
            needs.stream()
                    .sorted(Comparator.comparingDouble(it -> -prepared.get(it.state())))
                    .forEach(need -> {
                        int open = need.units();
                        for (var pair : pairs.stream()
                                .filter(it -> it.need().equals(need.id()))
                                .sorted(Comparator.comparingLong(it -> -it.fit(weights)))
                                .toList()) {
                            int units = Math.min(open, left.get(pair.offer()));
                            if (units == 0) continue;
                            placed.add(new PlacedUnits(need.id(), pair.offer(), units));
                            left.merge(pair.offer(), -units, Integer::sum);
                            open -= units;
                        }
                    });
            return placed;
        }
    }
}
