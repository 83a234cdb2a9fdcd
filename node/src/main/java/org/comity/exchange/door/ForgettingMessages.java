package org.comity.exchange.door;

import java.time.Clock;
import org.comity.exchange.ExchangeSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A sender repeats a message only while it has not given up; for twice as long its id is remembered. */
@Component
class ForgettingMessages {

    private final SeenMessages seen;
    private final ExchangeSettings settings;
    private final Clock clock;

    ForgettingMessages(SeenMessages seen, ExchangeSettings settings, Clock clock) {
        this.seen = seen;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forget() {
        seen.forget(clock.instant().minus(settings.giveUpAfter().multipliedBy(2)));
    }
}
