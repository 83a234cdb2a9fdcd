package org.comity.identity.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.identity.settings.IdentitySettings.PracticeState;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class PracticeGroundTest {

    private final Directory directory = Mockito.mock(Directory.class);

    @Test
    void a_node_practises_only_when_told_to() {
        assertThat(ground(settings("XA-1", true)).open()).isTrue();
        assertThat(ground(settings("XA-1", false)).open()).isFalse();
    }

    @Test
    void a_real_state_cannot_switch_practice_on() {
        refused(settings("NZ-1", true));
        assertThat(ground(settings("NZ-1", false)).open()).isFalse();
    }

    @Test
    void nor_can_anybody_beside_a_real_state() {
        refused(settings("XA-1", true, state("XB-1"), state("BR-1")));
    }

    @Test
    void a_real_state_that_joins_the_directory_closes_the_ground() {
        var ground = ground(settings("XA-1", true));
        joined("XB-1");
        assertThat(ground.open()).isTrue();
        joined("XB-1", "BR-1");
        assertThat(ground.open()).isFalse();
    }

    private void joined(String... ids) {
        var all = Arrays.stream(ids).map(PracticeGroundTest::participant).toList();
        Mockito.when(directory.all()).thenReturn(all);
    }

    private static Participant participant(String id) {
        var participant = Mockito.mock(Participant.class);
        Mockito.when(participant.id()).thenReturn(id);
        return participant;
    }

    private PracticeGround ground(IdentitySettings settings) {
        return new PracticeGround(settings, directory);
    }

    private void refused(IdentitySettings settings) {
        assertThatExceptionOfType(PracticeGround.NotAPracticeNetwork.class).isThrownBy(() -> ground(settings));
    }

    private static IdentitySettings settings(String id, boolean practice, PracticeState... states) {
        var limits = new SignInLimits(
                5, 20, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(90));
        return new IdentitySettings(
                id,
                URI.create("http://localhost:8441"),
                Path.of("home"),
                null,
                null,
                practice,
                List.of(),
                List.of(states),
                limits);
    }

    private static PracticeState state(String id) {
        return new PracticeState(id, "A State", "Its capital", ZoneOffset.UTC, null, null, List.of(), "", false);
    }
}
