package org.comity.evidence.transfer;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.comity.directory.Directory;
import org.comity.evidence.transfer.PaceRows.Row;
import org.comity.evidence.wire.SharedPace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds how fast and when items travel to and from each participant: as was set for it, for all, or in the configuration.
 */
@Component
class TransferPaces {

    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final PaceRows rows;
    private final TransferSettings settings;
    private final Directory directory;
    private final Clock clock;
    private final Map<String, Shared> shared = new ConcurrentHashMap<>();

    TransferPaces(PaceRows rows, TransferSettings settings, Directory directory, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param looked when its rate was read, as {@link System#nanoTime()} */
    private record Shared(@Nullable Long rate, SharedPace pace, long looked) {

        boolean stale() {
            return System.nanoTime() - looked > LOOK_AGAIN;
        }
    }

    /** One for all streams of a participant, both ways. What is on its way follows another rate, too, within seconds. */
    SharedPace pace(String participant) {
        return bytes -> now(participant).take(bytes);
    }

    private SharedPace now(String participant) {
        return shared.compute(participant, (id, before) -> before == null || before.stale() ? read(id, before) : before)
                .pace();
    }

    private Shared read(String participant, @Nullable Shared before) {
        var rate = row(participant).bytesPerSecond();
        var pace = before != null && Objects.equals(before.rate, rate)
                ? before.pace
                : rate == null ? SharedPace.FREE : SharedPace.of(rate);
        return new Shared(rate, pace, System.nanoTime());
    }

    /** How long until items travel; zero while they do. The hours are those of our own day. */
    Duration closed(String participant) {
        var row = row(participant);
        var opens = row.opens();
        var closes = row.closes();
        if (opens == null || closes == null || opens.equals(closes)) return Duration.ZERO;
        var now = LocalTime.ofInstant(clock.instant(), directory.self().zone());
        boolean overMidnight = opens.isAfter(closes);
        boolean after = !now.isBefore(opens);
        boolean before = now.isBefore(closes);
        if (overMidnight ? after || before : after && before) return Duration.ZERO;
        var wait = Duration.between(now, opens);
        return wait.isNegative() ? wait.plusDays(1) : wait;
    }

    private Row row(String participant) {
        return rows.of(participant)
                .orElseGet(() -> new Row(
                        "",
                        settings.rate() == null ? null : settings.rate().toBytes(),
                        settings.opens(),
                        settings.closes()));
    }
}
