package org.comity.capacity.experts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.comity.capacity.CapacityList;
import org.comity.ledger.Ledger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes entries of the roster that nobody renewed: they are found no more on the day after their last one, and go later. */
@Component
class ForgettingExperts {

    private static final int DAYS_TO_RENEW = Integer.parseInt(CapacityList.of("expert-renewal-days"));

    private final ExpertRows rows;
    private final Ledger ledger;
    private final Clock clock;

    ForgettingExperts(ExpertRows rows, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
    @Transactional
    void look() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        rows.deleteEnded(today.minusDays(DAYS_TO_RENEW))
                .forEach(it -> ledger.record(null, "expert.forgotten", it, Map.of()));
    }
}
