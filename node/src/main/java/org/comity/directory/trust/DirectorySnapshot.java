package org.comity.directory.trust;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.RevocationReach;
import org.jspecify.annotations.Nullable;

/**
 * Holds the directory as it stands, whole and immutable.
 *
 * @param change the count of {@link TrustChanges} at which it was read
 * @param withdrawn by participant
 * @param reached the same of versions that a revocation of an earlier one reaches
 */
record DirectorySnapshot(
        long change,
        Map<String, KnownEntries.Pin> pins,
        Map<String, Participant> participants,
        Map<String, List<KnownRevocations.Withdrawal>> withdrawn,
        Map<String, List<RevocationReach>> reached,
        List<Directory.Position> positions) {

    static DirectorySnapshot of(
            long change,
            List<KnownEntries.Pin> pins,
            List<KnownRevocations.Withdrawal> withdrawals,
            Map<String, List<RevocationReach>> reached,
            List<Directory.Position> positions) {
        var byId = new TreeMap<String, KnownEntries.Pin>();
        var participants = new TreeMap<String, Participant>();
        for (var pin : pins) {
            byId.put(pin.id(), pin.reachedBy(reached.getOrDefault(pin.id(), List.of())));
            participants.put(pin.id(), pin.signed().entry().participant(pin.confirmedUntil()));
        }
        var withdrawn = withdrawals.stream().collect(groupingBy(KnownRevocations.Withdrawal::participant));
        return new DirectorySnapshot(
                change, byId, participants, withdrawn, Map.copyOf(reached), List.copyOf(positions));
    }

    KnownEntries.@Nullable Pin pin(String id) {
        return pins.get(id);
    }

    /** Since when keys of this version may be in other hands, if that is so at this instant. */
    Optional<Instant> withdrawn(String id, long version, Instant now) {
        var named = withdrawn.getOrDefault(id, List.of()).stream()
                .filter(it -> it.version() >= version)
                .map(KnownRevocations.Withdrawal::since);
        var beyond = reached(id).stream()
                .filter(it -> it.version() == version && !replaced(id, it))
                .map(RevocationReach::since);
        return Stream.concat(named, beyond).filter(it -> !now.isBefore(it)).min(Comparator.naturalOrder());
    }

    List<RevocationReach> reached(String id) {
        return reached.getOrDefault(id, List.of());
    }

    /** Its owner's entry of the same version has taken its place. */
    private boolean replaced(String id, RevocationReach reach) {
        var pin = pins.get(id);
        return pin != null
                && pin.signed().entry().version() == reach.version()
                && !pin.signed().entry().hash().equals(reach.hash());
    }

    /** Our newest list; sequence 0 when we have none. */
    Directory.Position newest() {
        return positions.isEmpty()
                ? new Directory.Position(0, org.comity.directory.DirectoryList.NOTHING_BEFORE)
                : positions.getFirst();
    }
}
