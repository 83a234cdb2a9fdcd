package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickTestsTest {

    @ParameterizedTest
    @CsvSource({
        "org.comity.clock.PeriodsTest, false",
        "org.comity.casework.tables.TablesTest, false",
        "org.comity.ArchitectureTest, false",
        "org.comity.casework.OfficersTest, true",
        "org.comity.ui.page.LayoutTest, true",
        "org.comity.thread.register.AnyOrderTest, true",
        "org.comity.exchange.outbox.OutboxTest, true",
        "org.comity.directory.trust.TrustTest, true",
        "org.comity.operator.OperatorTest, true",
        "org.comity.StoryIT, true"
    })
    void what_needs_spring_a_database_a_browser_or_a_node_is_slow(String test, boolean slow) {
        assertThat(new QuickTests().slow(test)).isEqualTo(slow);
    }
}
