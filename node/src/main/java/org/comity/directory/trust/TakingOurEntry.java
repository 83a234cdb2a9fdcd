package org.comity.directory.trust;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryVersions;
import org.comity.directory.SignedParticipantEntry;
import org.comity.proof.Malformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes our own entry from the file of the key ceremony. One that cannot be ours stops the start of a node that has no entry;
 * beside one in force it is laid aside and warned of, and the node goes on with the one in force.
 */
@Component
class TakingOurEntry {

    /** Officials have written newer ones since. */
    private static final String OLDER = "older-version";

    private static final Logger LOG = LoggerFactory.getLogger(TakingOurEntry.class);

    private final EntryFile file;
    private final CurrentSnapshot pins;
    private final TakingEntries taking;
    private final KnownWarnings warnings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakingOurEntry(
            EntryFile file,
            CurrentSnapshot pins,
            TakingEntries taking,
            KnownWarnings warnings,
            TransactionTemplate transaction,
            Clock clock) {
        this.file = file;
        this.pins = pins;
        this.taking = taking;
        this.warnings = warnings;
        this.transaction = transaction;
        this.clock = clock;
    }

    void take() throws IOException {
        var pin = pins.now().pin(pins.self());
        var refused = offered(pin == null ? "" : pin.signed().entry().hash());
        if (refused.isEmpty()) {
            return;
        }
        if (pin == null) {
            throw new IllegalStateException("entry.json cannot be ours: " + refused);
        }
        if (!refused.equals(OLDER)) {
            LOG.error("entry.json cannot be ours and is laid aside as {}: {}", EntryFile.ASIDE, refused);
            file.layAside();
            warnings.raise(TakingEntries.NOT_TAKEN, pins.self(), Map.of("why", refused), clock.instant());
        }
        // The next ceremony step starts from the version in force.
        file.write(pin.signed());
    }

    /** @return why it is not taken; empty if it is, or is the one in force, or there is none */
    private String offered(String inForce) throws IOException {
        try {
            var signed = file.read().filter(it -> !it.entry().hash().equals(inForce));
            if (signed.isEmpty()) {
                return "";
            }
            if (!signed.get().entry().id().equals(pins.self())) {
                return "not of " + pins.self();
            }
            return refused(signed.get());
        } catch (Malformed _) {
            return "malformed";
        }
    }

    private String refused(SignedParticipantEntry signed) {
        var judgement = transaction.execute(status -> {
            pins.renew();
            return taking.take(
                    signed, EntryVersions.Source.OURS, true, clock.instant().plus(DirectoryList.VALIDITY));
        });
        return judgement instanceof EntryJudgement.Refused(var reason) ? reason : "";
    }
}
