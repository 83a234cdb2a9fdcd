package org.comity.evidence.custody;

import java.util.UUID;
import org.comity.evidence.CustodyEntry.What;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** An entry under the item's manifest as it is. */
@Component
class NotingUse implements Noting {

    private final Items items;
    private final Recording recording;

    NotingUse(Items items, Recording recording) {
        this.items = items;
        this.recording = recording;
    }

    @Override
    public void note(UUID item, What what, Official by) {
        var manifest = items.find(item)
                .flatMap(Item::manifest)
                .orElseThrow(() -> new EvidenceRefused("not-sealed", "Its bytes are still coming"));
        recording.entry(item, manifest, what, null, by);
    }
}
