package org.comity.capacity.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.comity.capacity.matching.RoundProblem.OfferedUnits;
import org.comity.capacity.matching.RoundProblem.WeighedNeed;
import org.comity.capacity.matching.RoundProblem.WeighedState;

/** Makes small rounds by a seed, of every shape that a round can have. */
final class RandomRounds {

    private RandomRounds() {}

    static RoundProblem small(long seed) {
        return of(new Random(seed), 4, 6, 4, 3);
    }

    /** So small that every answer can be tried. */
    static RoundProblem tiny(long seed) {
        return of(new Random(seed), 2, 3, 2, 2);
    }

    private static RoundProblem of(Random random, int states, int needs, int offers, int units) {
        List<WeighedState> someStates = IntStream.range(0, 1 + random.nextInt(states))
                .mapToObj(n -> new WeighedState(
                        "S" + n,
                        random.nextInt(3) == 0,
                        random.nextInt(4) == 0,
                        random.nextInt(4) == 0,
                        random.nextInt(3) == 0 ? random.nextInt(3) : 0,
                        random.nextInt(6)))
                .toList();
        List<WeighedNeed> someNeeds = IntStream.range(0, 1 + random.nextInt(needs))
                .mapToObj(n -> new WeighedNeed(
                        "N" + n,
                        "S" + random.nextInt(someStates.size()),
                        random.nextInt(units + 1),
                        1 + random.nextInt(4),
                        random.nextInt(25)))
                .toList();
        List<OfferedUnits> someOffers = IntStream.range(0, 1 + random.nextInt(offers))
                .mapToObj(n -> new OfferedUnits("O" + n, random.nextInt(units + 2)))
                .toList();
        List<FittingPair> pairs = new ArrayList<>();
        for (var need : someNeeds) {
            for (var offer : someOffers) {
                if (random.nextInt(3) > 0) pairs.add(new FittingPair(need.id(), offer.id(), parts(random)));
            }
        }
        var weights = RoundWeights.usual("lot").with(random.nextInt(3) * 250, random.nextInt(3) * 500);
        return new RoundProblem("R", weights, someStates, someNeeds, someOffers, pairs);
    }

    static List<Integer> parts(Random random) {
        return IntStream.range(0, FitPart.values().length)
                .mapToObj(n -> random.nextInt(1001))
                .toList();
    }
}
