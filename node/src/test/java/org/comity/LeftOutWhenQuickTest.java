package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;

/** Fails {@code ./comity test --quick} when it no longer leaves slow tests out: it names what makes a test slow. */
class LeftOutWhenQuickTest {

    private static final Class<?> SLOW = PracticeDatabase.class;

    @Test
    void a_test_that_needs_a_database_does_not_run_among_the_quick_ones() {
        assertThat(Boolean.getBoolean("comity.quick"))
                .as("%s was asked for", SLOW)
                .isFalse();
    }
}
