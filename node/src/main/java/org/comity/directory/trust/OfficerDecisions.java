package org.comity.directory.trust;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Says how long officers' decisions count, and keeps the record of them. */
@Component
class OfficerDecisions {

    private final DirectorySettings settings;
    private final KnownWarnings warnings;
    private final Ledger ledger;
    private final Clock clock;

    OfficerDecisions(DirectorySettings settings, KnownWarnings warnings, Ledger ledger, Clock clock) {
        this.settings = settings;
        this.warnings = warnings;
        this.ledger = ledger;
        this.clock = clock;
    }

    void note(Official by, String what, String id, String subject) {
        ledger.record(by, what, id, Map.of("subject", subject));
    }

    void refused(Official by, String id, String hash) {
        note(by, "directory.entry-refused", id, hash);
        warnings.settle("entry-waits", id);
    }

    /** Two officers' word on an entry counts as long as a list of the operator would. */
    Instant vouchedUntil() {
        return clock.instant().plus(settings.direct());
    }

    Instant keptUntil() {
        return clock.instant().plus(settings.kept());
    }
}
