package org.comity.casework.checkwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.comity.vocabulary.CallerOrigin;
import org.junit.jupiter.api.Test;

/** Guessing a word costs a wait: of an address, and of all together. */
class WrongTriesTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final CallerOrigin ONE = CallerOrigin.of("192.0.2.1");
    private static final CallerOrigin OTHER = CallerOrigin.of("192.0.2.2");

    private final WrongTries tries = new WrongTries();

    @Test
    void after_five_wrong_ones_an_address_waits_a_minute_and_no_other_does() {
        for (int i = 0; i < WrongTries.OF_ONE; i++)
            assertThat(tries.begin(ONE, NOW)).isTrue();
        assertThat(tries.begin(ONE, NOW.plusSeconds(59))).isFalse();
        assertThat(tries.begin(OTHER, NOW)).isTrue();
        assertThat(tries.begin(ONE, NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void a_right_one_is_not_counted_and_forgives_no_wrong_one() {
        for (int i = 0; i < 3 * WrongTries.OF_ONE; i++) {
            assertThat(tries.begin(ONE, NOW)).isTrue();
            tries.right(ONE);
        }
        for (int i = 0; i < WrongTries.OF_ONE - 1; i++) tries.begin(ONE, NOW);
        assertThat(tries.begin(ONE, NOW)).isTrue();
        assertThat(tries.begin(ONE, NOW)).isFalse();
    }

    @Test
    void many_addresses_together_wait_too_and_a_proxy_only_with_them() {
        var proxy = CallerOrigin.of("127.0.0.1");
        for (int i = 0; i < WrongTries.OF_ALL - 1; i++)
            assertThat(tries.begin(proxy, NOW)).isTrue();
        assertThat(tries.begin(ONE, NOW)).isTrue();
        assertThat(tries.begin(OTHER, NOW)).isFalse();
        assertThat(tries.begin(proxy, NOW)).isFalse();
        assertThat(tries.begin(OTHER, NOW.plusSeconds(60))).isTrue();
    }
}
