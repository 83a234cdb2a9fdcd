package org.comity.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.comity.bench.Options;

/**
 * What a run of faults is to play.
 *
 * @param kinds in this order
 * @param brief faults that last take a sixth of their time
 * @param longest in which anything has to come right
 */
public record FaultsPlan(List<Fault> kinds, long seed, boolean brief, Duration longest) {

    private static final Duration LONGEST = Duration.ofSeconds(150);

    public static FaultsPlan of(Options given) {
        boolean brief = given.flag("--short");
        var only = given.words("--only");
        var kinds = only.isEmpty() ? (brief ? Kinds.FEW : Kinds.ALL) : only.stream().map(Kinds::named).toList();
        return new FaultsPlan(kinds, given.take("--seed", ThreadLocalRandom.current().nextLong(1_000_000_000)), brief, LONGEST);
    }

    public static List<String> kindNames() {
        return Kinds.ALL.stream().map(Fault::name).toList();
    }

    Patience patience() {
        return new Patience(longest);
    }
}
