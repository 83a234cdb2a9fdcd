package org.comity.identity.administration;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says {@code DOWN} to machines while a line on Health says that something does not work. Looked at in the background:
 * whoever asks waits for no room.
 */
@Component("linesHealthIndicator")
class LinesHealth implements HealthIndicator {

    /** Spring looks at it itself whenever somebody asks, and so says at once that it is back. */
    private static final String DATABASE = "database";

    private final ObjectProvider<HealthLines> rooms;
    private volatile List<String> bad = List.of();

    LinesHealth(ObjectProvider<HealthLines> rooms) {
        this.rooms = rooms;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void look() {
        bad = rooms.orderedStream().flatMap(LinesHealth::bad).distinct().toList();
    }

    @Override
    public Health health() {
        return bad.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("lines", bad).build();
    }

    private static Stream<String> bad(HealthLines room) {
        try {
            return room.lines().stream()
                    .filter(it -> it.state() == State.BAD)
                    .map(HealthLine::topic)
                    .filter(it -> !it.equals(DATABASE));
        } catch (RuntimeException e) {
            return ofDatabase(e) ? Stream.of() : Stream.of("silent");
        }
    }

    private static boolean ofDatabase(Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause).anyMatch(SQLException.class::isInstance);
    }
}
