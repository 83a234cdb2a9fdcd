package org.comity.evidence.custody;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Optional;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Item;
import org.comity.evidence.vault.Vault;
import org.comity.proof.item.ItemMatching;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what is stored of an item from end to end, without any key, and writes down what is wrong with it. */
@Component
class RereadingItem {

    private static final Logger log = LoggerFactory.getLogger(RereadingItem.class);

    private final ScrubRows rows;
    private final Vault vault;
    private final StoredParts stored;
    private final RecordingCustody recording;
    private final MatchingInBackground matching;
    private final Clock clock;

    RereadingItem(
            ScrubRows rows,
            Vault vault,
            StoredParts stored,
            RecordingCustody recording,
            MatchingInBackground matching,
            Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.stored = stored;
        this.recording = recording;
        this.matching = matching;
        this.clock = clock;
    }

    /** Of what could not be read it says so, and nothing else: it may be the disk's mount and not the item. */
    void reread(Item item, long bytesPerSecond) {
        try {
            var fault = fault(item, bytesPerSecond);
            if (fault.isPresent()) recording.fault(item, fault.get());
            else rows.scrubbed(item.id(), clock.instant());
        } catch (IOException e) {
            rows.unread(item.id(), clock.instant());
            log.error("Item {} could not be read: {}", item.id(), e.toString());
        }
    }

    private Optional<Event> fault(Item item, long bytesPerSecond) throws IOException {
        var manifest = item.manifest().orElseThrow();
        var fault = stored.fault(item);
        if (fault.isPresent()) return fault;
        try (var payload = vault.kept(item.id());
                var in = new PacedReading(Channels.newInputStream(payload), bytesPerSecond)) {
            boolean right = ItemMatching.read(in, null).payload().equals(manifest.payload());
            return right ? Optional.empty() : Optional.of(Event.FOUND_DAMAGED);
        } catch (NoSuchFileException e) {
            return Optional.of(Event.FOUND_MISSING);
        }
    }

    /** What was missing and lies there again is matched: it was away with its disk, or somebody put it back. */
    void lookForMissing() {
        for (Item each : rows.missing()) {
            try {
                if (stored.fault(each).isEmpty()) matching.ask(each.id());
            } catch (IOException e) {
                log.warn("The vault does not say whether item {} is there again: {}", each.id(), e.toString());
                return;
            }
        }
    }
}
