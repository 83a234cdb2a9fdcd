package org.comity.capacity.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.capacity.matching.RoundProblem.WeighedNeed;
import org.comity.capacity.matching.RoundProblem.WeighedState;

/**
 * Finds a need that had a better claim to an offer than one that got it: a unit of it is unserved, its State can take it up
 * and has fewer units, its priority for this very offer is higher, and the other's State is in no group that comes first. Of
 * the best answer there is none, whatever the weights.
 */
record JustifiedEnvy(String need, String offer, String served) {

    static List<JustifiedEnvy> in(RoundProblem problem, RoundSolution solution) {
        Map<String, WeighedState> states = new HashMap<>();
        problem.states().forEach(it -> states.put(it.code(), it));
        Map<String, WeighedNeed> needs = new HashMap<>();
        problem.needs().forEach(it -> needs.put(it.id(), it));
        Map<List<String>, Long> rewards = new HashMap<>();
        for (var pair : problem.pairs()) {
            var need = Objects.requireNonNull(needs.get(pair.need()));
            var state = Objects.requireNonNull(states.get(need.state()));
            rewards.put(List.of(pair.need(), pair.offer()), RoundProblem.reward(pair, need, state, problem.weights()));
        }
        Map<String, Integer> byNeed = new HashMap<>();
        Map<String, Integer> byState = new HashMap<>();
        for (var each : solution.placed()) {
            byNeed.merge(each.need(), each.units(), Integer::sum);
            byState.merge(Objects.requireNonNull(needs.get(each.need())).state(), each.units(), Integer::sum);
        }
        List<JustifiedEnvy> found = new ArrayList<>();
        for (var pair : problem.pairs()) {
            var need = Objects.requireNonNull(needs.get(pair.need()));
            var state = Objects.requireNonNull(states.get(need.state()));
            int ours = byState.getOrDefault(state.code(), 0);
            if (byNeed.getOrDefault(need.id(), 0) >= need.units() || ours >= state.room()) continue;
            long claim = Objects.requireNonNull(rewards.get(List.of(pair.need(), pair.offer())));
            for (var each : solution.placed()) {
                if (!each.offer().equals(pair.offer()) || each.need().equals(need.id())) continue;
                var other = Objects.requireNonNull(states.get(
                        Objects.requireNonNull(needs.get(each.need())).state()));
                int theirs = other.had() + byState.getOrDefault(other.code(), 0);
                if (theirs > state.had() + ours
                        && claim > Objects.requireNonNull(rewards.get(List.of(each.need(), each.offer())))
                        && other.weight(problem.weights()) <= state.weight(problem.weights())) {
                    found.add(new JustifiedEnvy(need.id(), pair.offer(), each.need()));
                }
            }
        }
        return List.copyOf(found);
    }
}
