package org.comity.exchange.restored;

import org.comity.exchange.Comparing;
import org.comity.ledger.Epochs;
import org.comity.thread.Restoration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says to whom a restored node is closed, and whether its log waits. Its pages work, so it counts as up. */
@Component("restoredHealthIndicator")
class RestoredHealth implements HealthIndicator {

    private final Restoration restoration;
    private final Comparing comparing;
    private final Epochs epochs;

    RestoredHealth(Restoration restoration, Comparing comparing, Epochs epochs) {
        this.restoration = restoration;
        this.comparing = comparing;
        this.epochs = epochs;
    }

    @Override
    public Health health() {
        var health = Health.up();
        restoration.last().ifPresent(it -> health.withDetail("restoredAt", it.at().toString())
                .withDetail("closedTo", comparing.closed().stream().map(Comparing.Closed::counterpart).toList())
                .withDetail("logClosed", epochs.closed().isPresent()));
        return health.build();
    }
}
