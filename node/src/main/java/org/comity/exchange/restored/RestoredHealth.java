package org.comity.exchange.restored;

import org.comity.exchange.ComparisonsDue;
import org.comity.ledger.LogEpochs;
import org.comity.thread.Restoration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says to whom a restored node is closed, and whether its log waits. Its pages work, so it counts as up. */
@Component("restoredHealthIndicator")
class RestoredHealth implements HealthIndicator {

    private final Restoration restoration;
    private final ComparisonsDue comparing;
    private final LogEpochs epochs;

    RestoredHealth(Restoration restoration, ComparisonsDue comparing, LogEpochs epochs) {
        this.restoration = restoration;
        this.comparing = comparing;
        this.epochs = epochs;
    }

    @Override
    public Health health() {
        var health = Health.up();
        restoration
                .last()
                .ifPresent(it -> health.withDetail("restoredAt", it.at().toString())
                        .withDetail(
                                "closedTo",
                                comparing.closed().stream()
                                        .map(ComparisonsDue.Closed::counterpart)
                                        .toList())
                        .withDetail("logClosed", epochs.closed().isPresent()));
        return health.build();
    }
}
