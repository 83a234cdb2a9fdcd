package org.comity.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.bench.BenchOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.util.FileSystemUtils;

/** The faults bench, short: real nodes, real faults. The long one is {@code ./comity bench faults}. Only with {@code --full}. */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
class FaultsIT {

    private static final Pattern NETWORK = Pattern.compile("network in (\\S+)");

    @Test
    void a_killed_node_a_cut_line_and_an_operator_that_goes_back_heal_without_loss() throws Exception {
        var seed = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000));
        var only = FaultKinds.FEW.stream().map(Fault::name).collect(Collectors.joining(","));
        var plan = FaultsPlan.of(new BenchOptions(List.of("--short", "--only", only, "--seed", seed)));

        var found = new Faults(plan, System.out).run();

        assertThat(found.holds()).as(found.json()).isTrue();
        assertThat(found.faults()).as(found.json()).isEqualTo(FaultKinds.FEW.size());
    }

    @Test
    void a_node_that_stays_dead_is_unhealed_and_its_registers_are_compared_after_a_restart() throws Exception {
        var plan = new FaultsPlan(List.of(new LeftDead()), 1, true, Duration.ofSeconds(30));
        var said = new ByteArrayOutputStream();

        var found = new Faults(plan, new PrintStream(said, true)).run();

        System.out.print(said);
        assertThat(found.unhealed()).as(found.json()).isEqualTo(1);
        assertThat(found.holds()).isFalse();
        assertThat(found.lost()).as("a restart brings it back").isZero();
        assertThat(found.json()).contains("what was approved is registered on both nodes");
        // What did not hold is evidence, and stays; this did not hold on purpose.
        for (var each : NETWORK.matcher(said.toString()).results().toList()) {
            assertThat(FileSystemUtils.deleteRecursively(Path.of(each.group(1))))
                    .isTrue();
        }
    }

    /** Whom nobody starts again. */
    private static final class LeftDead implements Fault {

        @Override
        public String name() {
            return "left-dead";
        }

        @Override
        public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
            stage.asked.process().kill();
            work.request();
        }
    }
}
