package org.comity.capacity.matching;

import java.util.List;

/**
 * The best answer to a round: which offers give how many units to which needs.
 *
 * @param value what was maximised, in millionths
 */
public record RoundSolution(long value, List<PlacedUnits> placed) {

    public RoundSolution {
        placed = List.copyOf(placed);
    }

    public record PlacedUnits(String need, String offer, int units) {}

    int units(String need) {
        return placed.stream()
                .filter(it -> it.need().equals(need))
                .mapToInt(PlacedUnits::units)
                .sum();
    }
}
