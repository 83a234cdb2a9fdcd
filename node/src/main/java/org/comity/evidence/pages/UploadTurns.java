package org.comity.evidence.pages;

import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.EvidenceSettings;
import org.comity.port.ConcurrencyLimit;
import org.comity.port.ConcurrencyLimit.Turn;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** How many files one person, or one program, brings at a time: each takes memory as long as its bytes come. */
@Component
class UploadTurns {

    private final int ofOne;
    private final ConcurrencyLimit<String> people;

    UploadTurns(EvidenceSettings settings) {
        this.ofOne = settings.addingOfOne();
        this.people = ConcurrencyLimit.ofEach(ofOne);
    }

    /** Close it when the bytes have come. */
    Turn take(Official by) {
        try {
            return people.take(by.id());
        } catch (ConcurrencyLimit.Full full) {
            throw new EvidenceRefused("too-many-at-once", "%d at a time".formatted(ofOne));
        }
    }
}
