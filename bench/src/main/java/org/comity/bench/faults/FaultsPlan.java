package org.comity.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.comity.bench.BenchOptions;

/**
 * What a run of faults is to play.
 *
 * @param kinds in this order
 * @param brief faults that last take a sixth of their time
 * @param longest in which anything has to come right
 */
public record FaultsPlan(List<Fault> kinds, long seed, boolean brief, Duration longest) {

    private static final Duration LONGEST = Duration.ofSeconds(150);

    public static FaultsPlan of(BenchOptions given) {
        boolean brief = given.flag("--short");
        var only = given.words("--only");
        var kinds = only.isEmpty()
                ? (brief ? FaultKinds.FEW : FaultKinds.ALL)
                : only.stream().map(FaultKinds::named).toList();
        return new FaultsPlan(
                kinds, given.take("--seed", ThreadLocalRandom.current().nextLong(1_000_000_000)), brief, LONGEST);
    }

    public static List<String> kindNames() {
        return FaultKinds.ALL.stream().map(Fault::name).toList();
    }

    HealingTime patience() {
        return new HealingTime(longest);
    }
}
