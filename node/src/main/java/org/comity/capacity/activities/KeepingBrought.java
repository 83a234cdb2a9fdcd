package org.comity.capacity.activities;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.comity.capacity.iati.IatiActivity;
import org.comity.capacity.iati.IatiFacts;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was read of a file that others published, all of it or nothing. */
@Component
class KeepingBrought {

    private final BroughtRows rows;
    private final Ledger ledger;
    private final Clock clock;

    KeepingBrought(BroughtRows rows, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param publisher who reports it, by its identifier */
    record Held(String publisher, IatiActivity activity, IatiFacts facts) {}

    @Transactional
    void keep(
            String name, String sha256, String refused, List<Held> held, List<QuarantinedActivity> apart, Official by) {
        var file = rows.add(name, sha256, refused, by.id(), clock.instant())
                .orElseThrow(() -> new BringingActivities.NotBrought("activities.brought-before"));
        held.forEach(it -> rows.hold(file, it.publisher(), it.activity(), it.facts()));
        apart.forEach(it -> rows.keepApart(file, it));
        ledger.record(
                by,
                "activities.brought",
                Long.toString(file),
                Map.of("held", Integer.toString(held.size()), "apart", Integer.toString(apart.size())));
    }
}
