package org.comity.capacity.matching;

import java.util.List;

/**
 * A need and an offer that may be proposed for it.
 *
 * @param parts how well it fits in each {@link FitPart}, in thousandths
 */
public record FittingPair(String need, String offer, List<Integer> parts) {

    public FittingPair {
        parts = List.copyOf(parts);
        RoundRefused.unless(
                parts.size() == FitPart.values().length && parts.stream().allMatch(it -> it >= 0 && it <= 1000),
                "pair");
    }

    int part(FitPart part) {
        return parts.get(part.ordinal());
    }

    /** In millionths: 1,000,000 fits in everything. */
    public long fit(RoundWeights weights) {
        long fit = 0;
        for (int i = 0; i < parts.size(); i++) fit += (long) weights.parts().get(i) * parts.get(i);
        return fit;
    }
}
