package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

class MocksBySubclassTest {

    @Test
    void what_can_have_a_subclass_is_left_as_it_is() {
        var clock = mock(Clock.class);
        when(clock.instant()).thenReturn(Instant.EPOCH);

        assertThat(clock.getClass()).isNotEqualTo(Clock.class);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_record_is_a_mock_itself() {
        var official = mock(Official.class);
        when(official.name()).thenReturn("Nobody");

        assertThat(official.getClass()).isEqualTo(Official.class);
        assertThat(official.name()).isEqualTo("Nobody");
    }
}
