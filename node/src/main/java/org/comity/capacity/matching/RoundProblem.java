package org.comity.capacity.matching;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a round comes down to once each pair is checked: this is published with its result, and whoever has it computes the
 * same. Why a pair is not in it does not stand here, so that whom a State does not want cannot be read.
 */
public record RoundProblem(
        String round,
        RoundWeights weights,
        List<WeighedState> states,
        List<WeighedNeed> needs,
        List<OfferedUnits> offers,
        List<FittingPair> pairs) {

    private static final int LONGEST_WAIT = 24;

    /**
     * A State's groups, and its units.
     *
     * @param had units that were agreed earlier in this round
     * @param room units that it can still take up
     */
    public record WeighedState(String code, boolean ldc, boolean lldc, boolean sids, int had, int room) {

        public WeighedState {
            RoundRefused.unless(had >= 0 && had <= 10_000 && room >= 0 && room <= 1000, "state");
        }

        /** Weight in millionths. */
        public long weight(RoundWeights weights) {
            return 1_000_000L + (long) weights.equity() * ((ldc ? 600 : 0) + (lldc ? 300 : 0) + (sids ? 300 : 0));
        }
    }

    /** @param months since it was authenticated, at most 24 */
    public record WeighedNeed(String id, String state, int units, int severity, int months) {

        public WeighedNeed {
            RoundRefused.unless(units >= 0 && units <= NeedInRound.MOST_UNITS, "units");
            RoundRefused.unless(severity >= 1 && severity <= 4, "severity");
            RoundRefused.unless(months >= 0 && months <= LONGEST_WAIT, "months");
        }
    }

    public record OfferedUnits(String id, int capacity) {

        public OfferedUnits {
            RoundRefused.unless(capacity >= 0 && capacity <= 10_000, "capacity");
        }
    }

    public RoundProblem {
        states = List.copyOf(states);
        needs = List.copyOf(needs);
        offers = List.copyOf(offers);
        pairs = List.copyOf(pairs);
        var codes = new HashSet<String>();
        var ids = new HashSet<String>();
        var offered = new HashSet<String>();
        for (var state : states) RoundRefused.unless(codes.add(state.code()), "state");
        for (var need : needs) {
            RoundRefused.unless(ids.add(need.id()) && codes.contains(need.state()), "need");
        }
        for (var offer : offers) RoundRefused.unless(offered.add(offer.id()), "offer");
        var both = new HashSet<List<String>>();
        for (var pair : pairs) {
            RoundRefused.unless(
                    ids.contains(pair.need())
                            && offered.contains(pair.offer())
                            && both.add(List.of(pair.need(), pair.offer())),
                    "pair");
        }
    }

    /** Checks each pair of a round's input and weighs what is allowed. */
    public static RoundProblem of(RoundInput input, RoundWeights weights) {
        Map<String, Integer> byNeed = new HashMap<>();
        Map<String, Integer> byOffer = new HashMap<>();
        Map<String, Integer> byState = new HashMap<>();
        for (var answer : input.answers()) {
            if (!answer.agreed()) continue;
            byNeed.merge(answer.need(), answer.units(), Integer::sum);
            byOffer.merge(answer.offer(), answer.units(), Integer::sum);
            if (answer.round().equals(input.round())) byState.merge(answer.state(), answer.units(), Integer::sum);
        }
        Map<String, StateInRound> states = new HashMap<>();
        for (var state : input.states()) states.put(state.code(), state);
        var counted = SeverityLimit.of(input.needs());
        List<WeighedNeed> needs = new ArrayList<>();
        for (var need : input.needs()) {
            int taken = byNeed.getOrDefault(need.id(), 0);
            long months = Math.clamp(ChronoUnit.MONTHS.between(need.authenticated(), input.opens()), 0, LONGEST_WAIT);
            needs.add(new WeighedNeed(
                    need.id(), need.state(), Math.max(0, need.units() - taken), counted.of(need), (int) months));
        }
        var checks = new PairChecks(input.answers());
        List<FittingPair> pairs = new ArrayList<>();
        for (var need : input.needs()) {
            var state = Objects.requireNonNull(states.get(need.state()));
            for (var offer : input.offers()) {
                if (checks.between(need, state, offer).isEmpty()) pairs.add(FitOfPair.of(need, state, offer));
            }
        }
        return new RoundProblem(
                input.round(),
                weights,
                input.states().stream()
                        .map(it -> new WeighedState(
                                it.code(),
                                it.ldc(),
                                it.lldc(),
                                it.sids(),
                                byState.getOrDefault(it.code(), 0),
                                Math.max(0, it.room() - byState.getOrDefault(it.code(), 0))))
                        .toList(),
                needs,
                input.offers().stream()
                        .map(it -> new OfferedUnits(
                                it.id(), Math.max(0, it.capacity() - byOffer.getOrDefault(it.id(), 0))))
                        .toList(),
                pairs);
    }

    /** Of one unit placed, in millionths: fit, urgency, waiting and the State's weight, multiplied. */
    public static long reward(FittingPair pair, WeighedNeed need, WeighedState state, RoundWeights weights) {
        long product = pair.fit(weights) * (4 + need.severity()) * (80 + need.months());
        return rounded(Math.multiplyExact(product, state.weight(weights)), 8L * 80 * 1_000_000);
    }

    /** Of a State's {@code nth} unit in this round, in millionths: the first counts most. */
    public static long reward(int nth, WeighedState state, RoundWeights weights) {
        return rounded(2L * weights.firstHelp() * state.weight(weights), 1000L * nth);
    }

    private static long rounded(long dividend, long divisor) {
        return (dividend + divisor / 2) / divisor;
    }
}
