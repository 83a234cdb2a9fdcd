package org.comity.capacity.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.comity.capacity.matching.RoundProblem.OfferedUnits;
import org.comity.capacity.matching.RoundProblem.WeighedNeed;
import org.comity.capacity.matching.RoundProblem.WeighedState;
import org.comity.capacity.matching.RoundSolution.PlacedUnits;
import org.comity.proof.form.Digests;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/**
 * Solves a round as a minimum-cost flow: units go from offers to needs to their States, and each further unit of a State is
 * worth less. The cost of an arc is a constant less its reward, and what is not given goes past all of it, so that the
 * cheapest flow is the best answer. All costs are whole numbers of millionths, small enough to be exact.
 */
public final class SolvingRound {

    /** As it stands in the file of a round. */
    public static final String SOLVER = "jgrapht-core 1.5.3, CapacityScalingMinimumCostFlow";

    private static final int SOURCE = 0;
    private static final int SINK = 1;

    private final RoundProblem problem;
    private final DirectedWeightedMultigraph<Integer, DefaultWeightedEdge> graph =
            new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);
    private final Map<DefaultWeightedEdge, Integer> most = new HashMap<>();
    private final Map<DefaultWeightedEdge, FittingPair> given = new LinkedHashMap<>();
    private final Map<String, WeighedState> states = new HashMap<>();
    private final Map<String, WeighedNeed> needs = new HashMap<>();
    private final Map<String, Integer> vertices = new HashMap<>();

    private SolvingRound(RoundProblem problem) {
        this.problem = problem;
        problem.states().forEach(it -> states.put(it.code(), it));
        problem.needs().forEach(it -> needs.put(it.id(), it));
    }

    /** The same for the same problem, in whatever order it lists its needs and offers. */
    public static RoundSolution of(RoundProblem problem) {
        return new SolvingRound(problem).solve();
    }

    private RoundSolution solve() {
        graph.addVertex(SOURCE);
        graph.addVertex(SINK);
        int supply = problem.offers().stream().mapToInt(OfferedUnits::capacity).sum();
        if (supply == 0 || problem.pairs().isEmpty()) return new RoundSolution(0, List.of());
        long shift = largestReward() + 1;
        drawn(problem.offers(), OfferedUnits::id)
                .forEach(it -> arc(SOURCE, vertex("offer " + it.id()), it.capacity(), 0));
        drawn(problem.needs(), WeighedNeed::id)
                .forEach(it -> arc(vertex("need " + it.id()), vertex("state " + it.state()), it.units(), 0));
        drawn(problem.pairs(), it -> it.need() + " " + it.offer()).forEach(it -> pair(it, shift));
        drawn(problem.states(), WeighedState::code).forEach(it -> units(it, shift));
        arc(SOURCE, SINK, supply, 2 * shift + 1);

        var flow = new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
                .getMinimumCostFlow(new MinimumCostFlowProblemImpl<>(
                        graph,
                        vertex -> vertex == SOURCE ? supply : vertex == SINK ? -supply : 0,
                        arc -> Objects.requireNonNull(most.get(arc)),
                        arc -> 0));
        List<PlacedUnits> placed = new ArrayList<>();
        given.forEach((arc, pair) -> {
            int units = (int) Math.round(flow.getFlow(arc));
            if (units > 0) placed.add(new PlacedUnits(pair.need(), pair.offer(), units));
        });
        placed.sort(Comparator.comparing(PlacedUnits::need).thenComparing(PlacedUnits::offer));
        return new RoundSolution(value(problem, placed), placed);
    }

    /** What a set of placements is worth, in millionths. */
    static long value(RoundProblem problem, List<PlacedUnits> placed) {
        return new SolvingRound(problem).value(placed);
    }

    private long value(List<PlacedUnits> placed) {
        Map<List<String>, FittingPair> pairs = new HashMap<>();
        problem.pairs().forEach(it -> pairs.put(List.of(it.need(), it.offer()), it));
        Map<String, Integer> units = new HashMap<>();
        long value = 0;
        for (var each : placed) {
            var pair = Objects.requireNonNull(pairs.get(List.of(each.need(), each.offer())));
            value += each.units() * reward(pair);
            units.merge(need(pair).state(), each.units(), Integer::sum);
        }
        for (var state : problem.states()) {
            for (int n = 1; n <= units.getOrDefault(state.code(), 0); n++) {
                value += RoundProblem.reward(state.had() + n, state, problem.weights());
            }
        }
        return value;
    }

    private void pair(FittingPair pair, long shift) {
        var need = need(pair);
        if (need.units() == 0) return;
        var arc = arc(vertex("offer " + pair.offer()), vertex("need " + need.id()), need.units(), shift - reward(pair));
        given.put(arc, pair);
    }

    private void units(WeighedState state, long shift) {
        int asked = problem.needs().stream()
                .filter(it -> it.state().equals(state.code()))
                .mapToInt(WeighedNeed::units)
                .sum();
        for (int n = 1; n <= Math.min(asked, state.room()); n++) {
            long reward = RoundProblem.reward(state.had() + n, state, problem.weights());
            arc(vertex("state " + state.code()), SINK, 1, shift - reward);
        }
    }

    private DefaultWeightedEdge arc(int from, int to, int capacity, long cost) {
        var arc = graph.addEdge(from, to);
        graph.setEdgeWeight(arc, cost);
        most.put(arc, capacity);
        return arc;
    }

    private int vertex(String name) {
        return vertices.computeIfAbsent(name, it -> {
            int vertex = vertices.size() + 2;
            graph.addVertex(vertex);
            return vertex;
        });
    }

    private long largestReward() {
        long pairs = problem.pairs().stream().mapToLong(this::reward).max().orElse(0);
        long first = problem.states().stream()
                .mapToLong(it -> RoundProblem.reward(1, it, problem.weights()))
                .max()
                .orElse(0);
        return Math.max(pairs, first);
    }

    private long reward(FittingPair pair) {
        var need = need(pair);
        return RoundProblem.reward(pair, need, Objects.requireNonNull(states.get(need.state())), problem.weights());
    }

    private WeighedNeed need(FittingPair pair) {
        return Objects.requireNonNull(needs.get(pair.need()));
    }

    /** Where two answers are equally good the order decides, so it is drawn by lot: by the hash of the round's public text. */
    private <T> List<T> drawn(List<T> all, Function<T, String> name) {
        record Drawn<T>(String lot, T what) {}
        return all.stream()
                .map(it -> new Drawn<>(lot(name.apply(it)), it))
                .sorted(Comparator.comparing(Drawn::lot))
                .map(Drawn::what)
                .toList();
    }

    private String lot(String name) {
        return Digests.sha256((problem.weights().lot() + "\n" + name).getBytes(UTF_8));
    }
}
