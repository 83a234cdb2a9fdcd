package org.comity.exchange.door;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows administrators what was turned away; a door that refuses is a healthy door. */
@Component("doorHealthIndicator")
class DoorHealth implements HealthIndicator {

    private final RefusalCounts refusals;

    DoorHealth(RefusalCounts refusals) {
        this.refusals = refusals;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("refused", refusals.counts()).build();
    }
}
