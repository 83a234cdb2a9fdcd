package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * The crash bench, short: real nodes, a real {@code kill -9} of one that is a process. The long one, which kills all of them
 * in turn, is {@code ./comity bench crash}.
 */
class CrashBenchIT {

    @Test
    void a_kill_of_one_of_three_nodes_loses_nothing_doubles_nothing_and_leaves_equal_registers() throws Exception {
        long seed = ThreadLocalRandom.current().nextLong(1_000_000_000);

        var victim = "X" + "ABC".charAt((int) (seed % 3)) + "-1";
        var found = new CrashBench(
                        new CrashPlan(1, 60, seed),
                        System.out,
                        node -> node.id().equals(victim) ? NodeProcess.shortLived(node) : new NodeInThisJvm(node))
                .run();

        assertThat(found).as("seed %d", seed).isEqualTo(new NodeComparison(found.threads(), found.acts(), 0, 0, 0, 0));
        assertThat(found.acts()).as("acts approved, seed %d", seed).isPositive();
    }
}
