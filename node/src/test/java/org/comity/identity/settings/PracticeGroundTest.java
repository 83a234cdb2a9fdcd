package org.comity.identity.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.identity.settings.IdentitySettings.PracticeState;
import org.junit.jupiter.api.Test;

class PracticeGroundTest {

    @Test
    void a_node_practises_only_when_told_to() {
        assertThat(new PracticeGround(settings("XA-1", true)).open()).isTrue();
        assertThat(new PracticeGround(settings("XA-1", false)).open()).isFalse();
    }

    @Test
    void a_real_state_cannot_switch_practice_on() {
        refused(settings("NZ-1", true));
        assertThat(new PracticeGround(settings("NZ-1", false)).open()).isFalse();
    }

    @Test
    void nor_can_anybody_beside_a_real_state() {
        refused(settings("XA-1", true, state("XB-1"), state("BR-1")));
    }

    private static void refused(IdentitySettings settings) {
        assertThatExceptionOfType(PracticeGround.NotAPracticeNetwork.class)
                .isThrownBy(() -> new PracticeGround(settings));
    }

    private static IdentitySettings settings(String id, boolean practice, PracticeState... states) {
        var limits = new SignInLimits(5, 20, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(90));
        return new IdentitySettings(
                id, URI.create("http://localhost:8441"), practice, List.of(), List.of(states), limits);
    }

    private static PracticeState state(String id) {
        return new PracticeState(id, "A State", "Its capital", ZoneOffset.UTC, null, null, false);
    }
}
