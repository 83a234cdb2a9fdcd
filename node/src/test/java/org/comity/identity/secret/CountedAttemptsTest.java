package org.comity.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.function.Supplier;
import org.comity.database.PracticeDatabase;
import org.comity.exchange.SettableClock;
import org.comity.identity.settings.IdentitySettingsForTests;
import org.comity.identity.settings.SignInLimits;
import org.junit.jupiter.api.Test;

/** Whoever fails too often waits, from whichever of its addresses. */
class CountedAttemptsTest {

    private static final int OF_AN_ADDRESS = 4;
    private static final Supplier<String> WRONG = () -> {
        throw new IllegalStateException("wrong");
    };

    @Test
    void a_network_of_ipv6_is_one_address() throws Exception {
        var source = PracticeDatabase.fresh("identity");
        var limits = new SignInLimits(
                5,
                OF_AN_ADDRESS,
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofHours(24),
                Duration.ofDays(90));
        var settings = IdentitySettingsForTests.with(limits);
        var apart = new UnpooledConnections(source);
        var attempts = new CountedAttempts(new FailureRows(apart), settings, new SettableClock(), apart);
        for (int n = 0; n < OF_AN_ADDRESS; n++) {
            var address = "2001:db8:1:2::" + n;
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> attempts.guard(null, address, WRONG));
        }

        assertThatExceptionOfType(SignInRefused.class)
                .isThrownBy(() -> attempts.guard(null, "2001:db8:1:2:ffff::9", () -> "right"));
        assertThat(attempts.<String>guard(null, "2001:db8:1:3::1", () -> "right"))
                .isEqualTo("right");
    }
}
