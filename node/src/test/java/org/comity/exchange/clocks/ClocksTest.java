package org.comity.exchange.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.database.PracticeDatabase;
import org.comity.exchange.PeerClocks;
import org.comity.exchange.PeerClocks.Difference;
import org.comity.exchange.PracticeWorld;
import org.comity.thread.RegisterTimes.Keeper;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A peer whose clock differs is said on Health; the quickest message tells best. */
class ClocksTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private Duration running = Duration.ofDays(10);
    private MeasuringClocks clocks;

    @BeforeEach
    void start() throws Exception {
        var world = new PracticeWorld()
                .with("XA-1", URI.create("https://a.example"))
                .with("XB-1", URI.create("https://b.example"));
        var rows = new PeerClockRows(JdbcClient.create(PracticeDatabase.fresh("exchange")));
        clocks = new MeasuringClocks(rows, world.as("XB-1"), () -> running, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void what_travelled_long_does_not_make_a_clock_slow() {
        heard(NOON.minusSeconds(2));
        heard(NOON.minus(Duration.ofMinutes(11)));

        assertThat(clocks.differences()).containsExactly(new Difference("XA-1", Duration.ofSeconds(-2)));

        heard(NOON.plus(Duration.ofMinutes(7)));
        assertThat(clocks.differences()).containsExactly(new Difference("XA-1", Duration.ofMinutes(7)));
    }

    @Test
    void only_the_pinned_certificate_tells_a_peers_time_and_a_week_later_it_says_nothing() {
        clocks.heard("XA-1", PracticeWorld.certificate("XB-1", "as4"), NOON.plus(Duration.ofDays(400)));
        clocks.heard("XA-1", null, NOON.plus(Duration.ofDays(400)));
        clocks.heard("XZ-9", PracticeWorld.certificate("XA-1", "as4"), NOON.plus(Duration.ofDays(400)));
        assertThat(clocks.differences()).isEmpty();

        heard(NOON);
        running = running.plus(Duration.ofDays(7)).plusMillis(1);
        assertThat(clocks.differences()).isEmpty();
    }

    @Test
    void from_five_minutes_on_it_is_said_and_whose_clock_is_probably_wrong() {
        assertThat(line(List.of()).word()).isEqualTo("unknown");
        assertThat(line(List.of(off("XA-1", -299))).state()).isEqualTo(State.GOOD);

        var one = line(List.of(off("XA-1", -300), off("XC-1", 1)));
        assertThat(one.word()).isEqualTo("differ");
        assertThat(one.details())
                .singleElement()
                .satisfies(it -> assertThat(it.facts())
                        .containsEntry("peer", "XA-1")
                        .containsEntry("by", Duration.ofMinutes(5)));

        assertThat(line(List.of(off("XA-1", 400), off("XC-1", 500), off("XE-1", 0))))
                .satisfies(it -> assertThat(it.word()).isEqualTo("ours"))
                .satisfies(it -> assertThat(it.state()).isEqualTo(State.BAD));
    }

    @Test
    void a_register_whose_times_run_backwards_is_said_with_its_keeper() {
        assertThat(new RegisterTimesLine(List::of).lines())
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(State.GOOD));

        var said = new RegisterTimesLine(() ->
                        List.of(new Keeper(null, 1, Duration.ofDays(2)), new Keeper("XB-1", 3, Duration.ofHours(1))))
                .lines()
                .getFirst();
        assertThat(said.word()).isEqualTo("backwards");
        assertThat(said.facts()).containsEntry("n", 4L);
        assertThat(said.details())
                .extracting(HealthLine.Detail::key)
                .containsExactly("health.register-times.ours", "health.register-times.theirs");
    }

    private void heard(Instant theirs) {
        clocks.heard("XA-1", PracticeWorld.certificate("XA-1", "as4"), theirs);
    }

    private static Difference off(String peer, long seconds) {
        return new Difference(peer, Duration.ofSeconds(seconds));
    }

    private static HealthLine line(List<Difference> all) {
        return new ClocksLine(new PeerClocks() {
                    @Override
                    public void heard(String peer, java.security.cert.X509Certificate as4, Instant theirs) {}

                    @Override
                    public List<Difference> differences() {
                        return all;
                    }
                })
                .lines()
                .getFirst();
    }
}
