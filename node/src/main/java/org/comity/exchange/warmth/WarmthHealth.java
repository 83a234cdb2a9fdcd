package org.comity.exchange.warmth;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says {@code warm}. A cold exchange works too, only slower. */
@Component("exchangeHealthIndicator")
class WarmthHealth implements HealthIndicator {

    private final WarmingUp warming;

    WarmthHealth(WarmingUp warming) {
        this.warming = warming;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("warm", warming.warm()).build();
    }
}
