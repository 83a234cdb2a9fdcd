package org.comity.capacity.matching;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rule of a round, fixed and published before needs and offers are frozen; all numbers in thousandths.
 *
 * @param parts share of each {@link FitPart} in the fit, in their order; together 1000
 * @param equity how much further least developed, landlocked and small island States come first
 * @param firstHelp weight of the falling reward for a State's first, second, third unit
 * @param lot public text that settles the order among equals
 */
public record RoundWeights(List<Integer> parts, int equity, int firstHelp, String lot) {

    private static final int MOST = 10_000;

    public RoundWeights {
        parts = List.copyOf(parts);
        if (parts.size() != FitPart.values().length
                || parts.stream().anyMatch(it -> it < 0 || it > 1000)
                || parts.stream().mapToInt(it -> it).sum() != 1000) {
            throw new RoundRefused("weights");
        }
        RoundRefused.unless(equity >= 0 && equity <= MOST && firstHelp >= 0 && firstHelp <= MOST, "weights");
        RoundRefused.unless(lot.length() <= 200, "weights");
    }

    /** Until a Conference sets others: equity a quarter, the first help of a State as much as a perfect fit. */
    public static RoundWeights usual(String lot) {
        return new RoundWeights(Stream.of(FitPart.values()).map(FitPart::usual).toList(), 250, 1000, lot);
    }

    public RoundWeights with(int equity, int firstHelp) {
        return new RoundWeights(parts, equity, firstHelp, lot);
    }
}
