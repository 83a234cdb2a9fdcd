package org.comity.capacity.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.comity.capacity.matching.RoundProblem.WeighedNeed;
import org.comity.capacity.matching.RoundProblem.WeighedState;
import org.comity.capacity.matching.RoundSolution.PlacedUnits;
import org.jspecify.annotations.Nullable;

/** Gives the reasons of a solved round, from fixed sentences: of every proposal, and of every need that is left. */
public final class ExplainingRound {

    private final RoundProblem problem;
    private final RoundSolution solution;
    private final Set<String> byLetter;
    private final PairChecks checks;
    private final Map<String, NeedInRound> needs = new HashMap<>();
    private final Map<String, OfferInRound> offers = new HashMap<>();
    private final Map<String, StateInRound> states = new HashMap<>();
    private final Map<String, WeighedNeed> weighed = new HashMap<>();
    private final Map<String, WeighedState> weighedStates = new HashMap<>();
    private final Map<List<String>, FittingPair> pairs = new HashMap<>();

    /** @param byLetter ids of needs that came by letter */
    public ExplainingRound(RoundInput input, RoundProblem problem, RoundSolution solution, Set<String> byLetter) {
        this.problem = problem;
        this.solution = solution;
        this.byLetter = Set.copyOf(byLetter);
        checks = new PairChecks(input.answers());
        input.needs().forEach(it -> needs.put(it.id(), it));
        input.offers().forEach(it -> offers.put(it.id(), it));
        input.states().forEach(it -> states.put(it.code(), it));
        problem.needs().forEach(it -> weighed.put(it.id(), it));
        problem.states().forEach(it -> weighedStates.put(it.code(), it));
        problem.pairs().forEach(it -> pairs.put(List.of(it.need(), it.offer()), it));
    }

    public List<ExplainedProposal> proposals() {
        return solution.placed().stream().map(this::proposal).toList();
    }

    /** Those with units left, in the order of the input. */
    public List<ExplainedNeed> left() {
        List<ExplainedNeed> left = new ArrayList<>();
        for (var need : problem.needs()) {
            int units = need.units() - solution.units(need.id());
            if (units > 0) left.add(why(of(needs, need.id()), units));
        }
        return left;
    }

    /** Pairs that nothing but the check of rights holds back: people look at them, no program proposes them. */
    public List<List<String>> forPeople() {
        List<List<String>> held = new ArrayList<>();
        for (var need : needs.values()) {
            for (var offer : offers.values()) {
                if (between(need, offer).equals(Set.of(Obstacle.RIGHTS))) held.add(List.of(need.id(), offer.id()));
            }
        }
        held.sort(Comparator.comparing(it -> String.join(" ", it)));
        return held;
    }

    /** Offers of which nobody can tell whom they bar: they are proposed to nobody. */
    public List<String> unread() {
        return offers.values().stream()
                .filter(it -> !it.terms().unread().isEmpty())
                .map(OfferInRound::id)
                .sorted()
                .toList();
    }

    private ExplainedProposal proposal(PlacedUnits placed) {
        var need = of(needs, placed.need());
        var offer = of(offers, placed.offer());
        var pair = of(pairs, List.of(placed.need(), placed.offer()));
        var after = after(placed);
        return new ExplainedProposal(
                placed,
                ReasonSentence.of(
                        "capacity.match.proposed",
                        "units",
                        placed.units(),
                        "offer",
                        placed.offer(),
                        "need",
                        placed.need()),
                parts(need, offer, pair),
                priority(need),
                next(placed, pair),
                after.map(it -> ReasonSentence.of(
                                "capacity.match.after", "severity", it.severity(), "months", it.months()))
                        .orElse(null),
                after.map(WeighedNeed::id).orElse(null));
    }

    private List<ReasonSentence> parts(NeedInRound need, OfferInRound offer, FittingPair pair) {
        List<ReasonSentence> sentences = new ArrayList<>();
        for (var part : FitPart.values()) {
            int share = problem.weights().parts().get(part.ordinal());
            sentences.add(ReasonSentence.of(
                    "capacity.part." + part.name().toLowerCase(java.util.Locale.ROOT),
                    "points",
                    share * pair.part(part) / 10_000.0,
                    "most",
                    share / 10.0,
                    "how",
                    how(part, need, offer, pair),
                    "shared",
                    shared(part, need, offer),
                    "asked",
                    need.articles().size()));
        }
        return sentences;
    }

    /** A word that chooses the sentence's wording. */
    private static String how(FitPart part, NeedInRound need, OfferInRound offer, FittingPair pair) {
        return switch (part) {
            case ARTICLES -> need.articles().isEmpty() || offer.articles().isEmpty() ? "any" : "some";
            case LANGUAGE -> pair.part(part) == 1000 ? common(need, offer) : "interpreted";
            default -> pair.part(part) == 1000 ? "full" : pair.part(part) == 0 ? "none" : "part";
        };
    }

    private static String common(NeedInRound need, OfferInRound offer) {
        return String.join(", ", need.languages().follow(offer.languages()));
    }

    private static int shared(FitPart part, NeedInRound need, OfferInRound offer) {
        if (part == FitPart.TIME) return (int) need.window().shared(offer.window());
        return (int) need.articles().stream().filter(offer.articles()::contains).count();
    }

    private List<ReasonSentence> priority(NeedInRound need) {
        var own = of(weighed, need.id());
        var state = of(weighedStates, need.state());
        var groups = new TreeSet<String>();
        if (state.ldc()) groups.add("ldc");
        if (state.lldc()) groups.add("lldc");
        if (state.sids()) groups.add("sids");
        List<ReasonSentence> sentences = new ArrayList<>();
        sentences.add(ReasonSentence.of(
                "capacity.match.priority",
                "severity",
                own.severity(),
                "months",
                own.months(),
                "group",
                groups.isEmpty() ? "none" : String.join("_", groups),
                "weight",
                state.weight(problem.weights()) / 1_000_000.0));
        if (SeverityLimit.isUnsigned(need)) sentences.add(ExplainedNeed.unsigned(byLetter.contains(need.id())));
        else if (own.severity() < need.severity()) sentences.add(ReasonSentence.of("capacity.match.severity-limit"));
        if (state.had() == 0) sentences.add(ReasonSentence.of("capacity.match.first-help"));
        return sentences;
    }

    private @Nullable ReasonSentence next(PlacedUnits placed, FittingPair taken) {
        var own = problem.pairs().stream()
                .filter(it -> it.need().equals(placed.need()) && !it.offer().equals(placed.offer()))
                .max(Comparator.<FittingPair>comparingLong(it -> it.fit(problem.weights()))
                        .thenComparing(FittingPair::offer, Comparator.reverseOrder()))
                .orElse(null);
        if (own == null) return null;
        long lower = taken.fit(problem.weights()) - own.fit(problem.weights());
        if (lower == 0) return ReasonSentence.of("capacity.match.next-as-good", "offer", own.offer());
        // The part that makes it better or lower; the parts of both may differ the other way, too.
        var most = Collections.max(
                List.of(FitPart.values()),
                Comparator.comparingInt(part -> Long.signum(lower) * lost(part, taken, own)));
        return ReasonSentence.of(
                "capacity.match.next",
                "offer",
                own.offer(),
                "points",
                Math.abs(lower) / 10_000.0,
                "side",
                lower < 0 ? "better" : "lower",
                "part",
                most.name().toLowerCase(java.util.Locale.ROOT));
    }

    private int lost(FitPart part, FittingPair taken, FittingPair other) {
        return problem.weights().parts().get(part.ordinal()) * (taken.part(part) - other.part(part));
    }

    private Optional<WeighedNeed> after(PlacedUnits placed) {
        return problem.pairs().stream()
                .filter(it -> it.offer().equals(placed.offer()) && !it.need().equals(placed.need()))
                .filter(it -> solution.units(it.need()) < of(weighed, it.need()).units())
                .max(Comparator.<FittingPair>comparingLong(it -> RoundProblem.reward(
                                it,
                                of(weighed, it.need()),
                                of(weighedStates, of(weighed, it.need()).state()),
                                problem.weights()))
                        .thenComparing(FittingPair::need, Comparator.reverseOrder()))
                .map(it -> of(weighed, it.need()));
    }

    private ExplainedNeed why(NeedInRound need, int left) {
        Map<Obstacle, Integer> opens = new EnumMap<>(Obstacle.class);
        var last = Obstacle.KIND;
        boolean allowed = false;
        long days = Long.MAX_VALUE;
        for (var offer : offers.values()) {
            var found = between(need, offer);
            if (found.isEmpty()) {
                allowed = true;
                continue;
            }
            var first = Collections.min(found);
            if (first.compareTo(last) > 0) last = first;
            if (found.size() == 1) {
                opens.merge(first, 1, Integer::sum);
                if (first == Obstacle.DATES)
                    days = Math.min(days, 1 - need.window().shared(offer.window()));
            }
        }
        return new ExplainedNeed(
                need.id(),
                left,
                allowed ? taken(need) : last.word(),
                opens,
                days == Long.MAX_VALUE ? 0 : (int) Math.min(days, Integer.MAX_VALUE),
                SeverityLimit.isUnsigned(need),
                byLetter.contains(need.id()));
    }

    /** Offers fit: are they all given, or can the State take up no more? */
    private String taken(NeedInRound need) {
        var state = of(weighedStates, need.state());
        int units = solution.placed().stream()
                .filter(it -> of(needs, it.need()).state().equals(need.state()))
                .mapToInt(PlacedUnits::units)
                .sum();
        return units >= state.room() ? "room" : "taken";
    }

    private Set<Obstacle> between(NeedInRound need, OfferInRound offer) {
        return checks.between(need, of(states, need.state()), offer);
    }

    private static <K, V> V of(Map<K, V> all, K key) {
        return Objects.requireNonNull(all.get(key));
    }
}
