package org.comity.evidence.custody;

import java.util.UUID;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** An entry under the item's manifest as it is. */
@Component
class NotingUse implements NotingCustody {

    private final ItemRows items;
    private final RecordingCustody recording;

    NotingUse(ItemRows items, RecordingCustody recording) {
        this.items = items;
        this.recording = recording;
    }

    @Override
    public void note(UUID item, Event what, Official by) {
        var manifest = items.find(item)
                .flatMap(Item::manifest)
                .orElseThrow(() -> new EvidenceRefused("not-sealed", "Its bytes are still coming"));
        recording.entry(item, manifest, what, null, by);
    }
}
