package org.comity.exchange.door;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.Detail;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down once a minute how often the door refused, so that a flood of refusals costs one row. */
@Component
class CountingRefusals implements HealthLines {

    private final RefusalCounts refusals;
    private final RefusalRows rows;
    private final Clock clock;

    CountingRefusals(RefusalCounts refusals, RefusalRows rows, Clock clock) {
        this.refusals = refusals;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    @Transactional
    void write() {
        var now = clock.instant();
        rows.add(now.truncatedTo(ChronoUnit.HOURS), refusals.taken());
        rows.forget(now.minus(Duration.ofDays(8)));
    }

    @Override
    @Transactional
    public List<HealthLine> lines() {
        write();
        var now = clock.instant();
        var all = rows.since(now.minus(Duration.ofDays(1)), now.minus(Duration.ofDays(7)));
        if (all.isEmpty()) {
            return List.of(HealthLine.of("door", State.GOOD, "none", Map.of()));
        }
        long day = all.stream().mapToLong(RefusalRows.Refused::lastDay).sum();
        long week = all.stream().mapToLong(RefusalRows.Refused::lastWeek).sum();
        var details = all.stream()
                .map(it -> new Detail(
                        "health.door.code", Map.of("code", it.code(), "day", it.lastDay(), "week", it.lastWeek())))
                .toList();
        return List.of(new HealthLine("door", State.GOOD, "some", Map.of("day", day, "week", week), details));
    }
}
