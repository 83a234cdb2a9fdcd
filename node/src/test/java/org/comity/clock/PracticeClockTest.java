package org.comity.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeClockTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void it_follows_the_file_and_is_the_machines_for_good_once_that_is_gone() throws Exception {
        var file = folder.resolve("clock");
        PracticeClock.set(file, Duration.ofDays(-89));
        var clock = new PracticeClock(file, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(clock.instant()).isEqualTo(NOW.minus(Duration.ofDays(89)));

        PracticeClock.set(file, Duration.ofDays(-3));
        Awaitility.await().untilAsserted(() -> assertThat(clock.instant()).isEqualTo(NOW.minus(Duration.ofDays(3))));

        Files.delete(file);
        Awaitility.await().untilAsserted(() -> assertThat(clock.instant()).isEqualTo(NOW));
        PracticeClock.set(file, Duration.ofDays(-3));
        Awaitility.await()
                .during(PracticeClock.LOOKED_AT_EVERY.multipliedBy(5))
                .untilAsserted(() -> assertThat(clock.instant()).isEqualTo(NOW));
    }

    @Test
    void a_file_that_cannot_be_read_just_now_moves_nothing() throws Exception {
        var file = folder.resolve("clock");
        PracticeClock.set(file, Duration.ofDays(-89));
        var clock = new PracticeClock(file, Clock.fixed(NOW, ZoneOffset.UTC));

        Files.writeString(file, "PT-2");
        stays(clock, -89);
        Files.delete(file);
        Files.createDirectory(file);
        stays(clock, -89);
        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(NOW.minus(Duration.ofDays(89)));
        Files.delete(file);
        stays(clock, 0);
    }

    private static void stays(Clock clock, long days) {
        Awaitility.await()
                .ignoreNoExceptions()
                .during(PracticeClock.LOOKED_AT_EVERY.multipliedBy(5))
                .until(() -> clock.instant().equals(NOW.plus(Duration.ofDays(days))));
    }

    @Test
    void who_never_knew_how_far_it_stands_does_not_start() throws Exception {
        var file = Files.writeString(folder.resolve("clock"), "PT-2");
        assertThatThrownBy(() -> new PracticeClock(file, Clock.systemUTC())).hasMessageContaining(file.toString());
    }

    @Test
    void a_real_nodes_clock_is_moved_by_nothing() {
        var settings = new NodeClock();
        assertThatThrownBy(() ->
                        settings.clock(Duration.ZERO, folder.resolve("clock").toString(), false))
                .hasMessageContaining("node.clock.file");
        assertThatThrownBy(() -> settings.clock(Duration.ofDays(1), "", false))
                .hasMessageContaining("node.clock.offset");
        assertThat(settings.clock(Duration.ZERO, "", false).instant()).isNotNull();
        assertThat(settings.clock(Duration.ofDays(1), "", true).instant()).isNotNull();
    }
}
