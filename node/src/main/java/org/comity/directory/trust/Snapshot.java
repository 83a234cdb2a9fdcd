package org.comity.directory.trust;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.jspecify.annotations.Nullable;

/** The directory as it stands, whole and immutable: pages and the door read it without a query. */
record Snapshot(
        Map<String, KnownEntries.Pin> pins,
        Map<String, Participant> participants,
        List<Directory.Position> positions) {

    static Snapshot of(List<KnownEntries.Pin> pins, List<Directory.Position> positions) {
        var byId = new TreeMap<String, KnownEntries.Pin>();
        var participants = new TreeMap<String, Participant>();
        for (var pin : pins) {
            byId.put(pin.id(), pin);
            participants.put(pin.id(), pin.signed().entry().participant(pin.confirmedUntil()));
        }
        return new Snapshot(byId, participants, List.copyOf(positions));
    }

    KnownEntries.@Nullable Pin pin(String id) {
        return pins.get(id);
    }

    /** Our newest list; sequence 0 when we have none. */
    Directory.Position newest() {
        return positions.isEmpty()
                ? new Directory.Position(0, org.comity.directory.DirectoryList.NOTHING_BEFORE)
                : positions.getFirst();
    }
}
