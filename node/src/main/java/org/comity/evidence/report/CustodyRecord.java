package org.comity.evidence.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.directory.Participant;
import org.comity.evidence.CustodyActs.Shared;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.evidence.Item;
import org.comity.evidence.Releases.Release;
import org.comity.ledger.LogTree.CoveredLine;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of an item's custody, at one instant.
 *
 * @param reference of the request that it belongs to, if to one
 * @param written as whoever brought it called it, where it is kept under another name or folder; else null
 * @param released to whom its key was given since, oldest first
 * @param limits that bind us in its use
 * @param shared oldest first
 * @param own oldest first
 * @param checkpoint the log's last checkpoint as others read it, or null before the first
 */
record CustodyRecord(
        Item item,
        ItemManifest manifest,
        Participant self,
        @Nullable String reference,
        @Nullable String written,
        List<Release> released,
        List<Limit> limits,
        List<Shared> shared,
        List<Own> own,
        @Nullable String checkpoint,
        Official by,
        Instant at) {

    /** Of an own entry the manifest that it names, where that is not the one of this paper; else empty. */
    Optional<String> another(CustodyEntry entry) {
        return Optional.ofNullable(entry.manifest()).filter(it -> !it.equals(manifest.sha256()));
    }

    /** When the keys and bytes of a destroyed item were gone; empty while they go, and of what lies here. */
    Optional<Instant> destroyed() {
        return last(Event.DESTROYED).map(CustodyEntry::time);
    }

    /** Who declared it destroyed; this node, if it is not known here. */
    String destroyedBy() {
        return last(Event.DESTROYING).map(CustodyEntry::official).orElse(self.id());
    }

    private Optional<CustodyEntry> last(Event what) {
        return own.stream().map(Own::entry).filter(it -> it.what() == what).reduce((first, second) -> second);
    }

    /**
     * @param line its number in the domestic log, 0 if it has none yet
     * @param covered the line as the checkpoint's tree holds it; null until a checkpoint covers it
     */
    record Own(
            CustodyEntry entry,
            long line,
            String hash,
            @Nullable CoveredLine covered) {

        Optional<CoveredLine> proven() {
            return Optional.ofNullable(covered);
        }
    }
}
