package org.comity.sealing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.comity.sealing.Letters;
import org.comity.sealing.NodeKeys;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.Sealing;
import org.comity.sealing.TimeStamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

class SealingSetupTest {

    private final ApplicationContextRunner node = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(TheModule.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withPropertyValues("node.keys=" + PracticeKeys.folder("XA-1"), "node.sealing.warm-up=false");

    @Test
    void a_practice_node_stamps_for_itself() {
        node.withPropertyValues("node.practice=true").run(context -> {
            assertThat(context)
                    .hasSingleBean(NodeKeys.class)
                    .hasSingleBean(Sealing.class)
                    .hasSingleBean(Letters.class);
            assertThat(context.getBean(TimeStamps.class)).isInstanceOf(PracticeTimeStamps.class);
            var sealed = context.getBean(Sealing.class).seal(Map.of("act.json", new byte[] {'{', '}'}));
            assertThat(DssOracle.validate(sealed, PracticeKeys.authority().root())
                            .getSignatureIdList())
                    .hasSize(1);
        });
    }

    @Test
    void a_node_in_earnest_that_names_no_authority_sends_without_stamps() {
        node.run(context -> assertThat(context.getBean(TimeStamps.class)).isEqualTo(NoTimeStamps.NONE));
    }

    @Test
    void a_node_that_names_an_authority_asks_it_and_waits_two_seconds_at_most() {
        node.withPropertyValues("node.tsa.url=http://192.0.2.1/tsa", "node.practice=true")
                .run(context -> {
                    assertThat(context.getBean(TimeStamps.class)).isInstanceOf(HttpTimeStamps.class);
                    assertThat(context.getBean(StampingRules.class).within()).isEqualTo(Duration.ofSeconds(2));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node.tsa.url=file:///etc/passwd",
                "node.tsa.within=0s",
                "node.tsa.within=31s",
                "node.tsa.policy=any",
                "node.sealing.most-files=0"
            })
    void nonsense_in_the_configuration_stops_the_node(String property) {
        node.withPropertyValues(property).run(context -> assertThat(context).hasFailed());
    }

    @Test
    void warming_up_renders_and_seals_without_the_nodes_keys() {
        node.withPropertyValues("node.keys=/nowhere", "node.sealing.warm-up=true")
                .run(context -> {
                    var warmUp = context.getBean(WarmUp.class);
                    assertThat(warmUp.once()).isTrue();
                });
    }

    @ComponentScan("org.comity.sealing")
    static class TheModule {}
}
