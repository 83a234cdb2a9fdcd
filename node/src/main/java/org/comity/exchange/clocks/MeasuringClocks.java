package org.comity.exchange.clocks;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Validity;
import org.comity.exchange.PeerClocks;
import org.comity.ledger.RunningTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what a peer's clock showed against ours. A message that travelled long makes a clock look slow, never fast: of what
 * is heard within a while, the quickest message tells best.
 */
@Component
class MeasuringClocks implements PeerClocks {

    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final Duration OF_NOTE = Duration.ofSeconds(10);
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final PeerClockRows rows;
    private final Directory directory;
    private final RunningTime running;
    private final Clock clock;
    private final Map<String, Measured> lately = new ConcurrentHashMap<>();

    MeasuringClocks(PeerClockRows rows, Directory directory, RunningTime running, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.running = running;
        this.clock = clock;
    }

    @Override
    public void heard(String peer, @Nullable X509Certificate as4, Instant theirs) {
        if (as4 == null || !pinned(peer, as4)) {
            return;
        }
        var now = clock.instant();
        var ahead = Duration.between(now, theirs);
        var before = lately.get(peer);
        if (before != null
                && before.stillTells()
                && ahead.compareTo(before.ahead.plus(OF_NOTE)) < 0
                && !jumped(before, now)) {
            return;
        }
        lately.put(peer, new Measured(ahead, now, System.nanoTime()));
        rows.put(peer, ahead, now, running.total());
    }

    /** Our own clock was set meanwhile: what was measured before says nothing. */
    private static boolean jumped(Measured before, Instant now) {
        var byClock = Duration.between(before.at, now);
        var byRunning = Duration.ofNanos(System.nanoTime() - before.nanos);
        return byClock.minus(byRunning).abs().compareTo(OF_NOTE) > 0;
    }

    /** Whoever has lapsed by our clock counts: it may be our clock that is wrong. */
    private boolean pinned(String peer, X509Certificate as4) {
        return directory
                .find(peer)
                .filter(it -> it.node() != null && it.node().as4Certificate().equals(as4))
                .filter(it -> directory.standing(peer) != Validity.REVOKED)
                .isPresent();
    }

    @Override
    public List<Difference> differences() {
        return rows.since(running.total().minus(REMEMBERED)).stream()
                .sorted(Comparator.comparing((Difference it) -> it.ahead().abs())
                        .reversed())
                .toList();
    }

    private record Measured(Duration ahead, Instant at, long nanos) {
        boolean stillTells() {
            return System.nanoTime() - nanos < A_WHILE.toNanos();
        }
    }
}
