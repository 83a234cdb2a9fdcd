package org.comity.directory;

import java.time.Instant;
import java.util.Optional;
import org.comity.vocabulary.Official;

/** Our own entry: a new version is written by one official, approved by another, then signed and published. */
public interface OurEntry {

    /** The entry in force, as we signed it. */
    ParticipantEntry entry();

    byte[] signed();

    Optional<Draft> waiting();

    /** The draft that waits, for whoever may approve it. */
    Optional<Draft> toApprove(Official by);

    /** Mark of the version in force and of the draft that waits, for a form that shows them. */
    String seen();

    /**
     * Proposes a new version, in the place of the draft that waits; what an official cannot change (keys, version, network)
     * is taken from the one in force.
     *
     * @param seen as the form carried it
     * @return false if another version is in force now, or another draft waits
     */
    boolean propose(Content content, String seen, Official by);

    /**
     * Another officer's approval: signs the new version and publishes it.
     *
     * @param hash of the entry that this officer was shown
     * @throws EntryRefused {@code not-waiting} if it is not the one that waits now
     */
    void approve(String hash, Official by);

    /**
     * Throws the waiting draft away.
     *
     * @param hash of the entry that this officer was shown
     * @throws EntryRefused {@code not-waiting} if it is not the one that waits now
     */
    void discard(String hash, Official by);

    /** What an official may write. */
    record Content(String phone, String mail, String hours, java.util.List<String> languages, StateProfile profile) {}

    record Draft(ParticipantEntry entry, String by, Instant at) {}
}
