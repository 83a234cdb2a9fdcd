package org.comity.evidence.transfer;

import java.util.Map;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out what officers decide about releases, and about rates and hours; each leaves a line in the ledger.
 */
@Component
class DecidingTransfers {

    private final ReleaseRows releases;
    private final PaceRows paces;
    private final Directory directory;
    private final Ledger ledger;

    DecidingTransfers(ReleaseRows releases, PaceRows paces, Directory directory, Ledger ledger) {
        this.releases = releases;
        this.paces = paces;
        this.directory = directory;
        this.ledger = ledger;
    }

    /** @param held nothing more of it leaves until it is let go */
    @Transactional
    void hold(String manifest, boolean held, Official by) {
        if (releases.find(manifest).filter(it -> it.act() != null).isEmpty()) throw TransferRefused.unknown();
        releases.hold(manifest, held);
        ledger.record(by, held ? "evidence.held" : "evidence.let-go", manifest, Map.of());
    }

    @Transactional
    void pace(TypedPace pacing, Official by) {
        var participant = pacing.participant();
        if (!participant.isEmpty() && directory.find(participant).isEmpty()) throw TransferRefused.unknown();
        paces.put(pacing.row());
        ledger.record(
                by,
                "evidence.paced",
                participant.isEmpty() ? "*" : participant,
                Map.of("rate", pacing.rate(), "opens", pacing.opens(), "closes", pacing.closes()));
    }
}
