package org.comity.exchange.restored;

import org.comity.exchange.Comparing;
import org.comity.thread.Restoration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says to whom a restored node is closed. Its pages work, so it counts as up. */
@Component("restoredHealthIndicator")
class RestoredHealth implements HealthIndicator {

    private final Restoration restoration;
    private final Comparing comparing;

    RestoredHealth(Restoration restoration, Comparing comparing) {
        this.restoration = restoration;
        this.comparing = comparing;
    }

    @Override
    public Health health() {
        var health = Health.up();
        restoration.last().ifPresent(it -> health.withDetail("restoredAt", it.at().toString())
                .withDetail("closedTo", comparing.closed().stream().map(Comparing.Closed::counterpart).toList()));
        return health.build();
    }
}
