package org.comity.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Keeps every version of every entry that this node has seen, and what its officials decide about them. */
public interface EntryVersions {

    /** Newest first, at most 200; waiting and refused ones included. */
    List<Version> versions(String id);

    Optional<SignedParticipantEntry> version(String id, String hash);

    /**
     * Every version of a participant with a node that was ever in force here and that no revocation of an earlier one reaches:
     * by participant, the newest first; at most 10,000.
     */
    List<SignedParticipantEntry> everInForce();

    /** Changes that wait for two officers here; at most 200. */
    List<Version> waiting();

    /** One officer's yes to a waiting version; the second one, by another officer, pins it. */
    void accept(String id, String hash, Official by);

    /** One officer's no: the version stays on record and is not used. */
    void refuse(String id, String hash, Official by);

    /**
     * Takes a signed entry from a file, without an operator. A new participant or an unproven change waits for two
     * officers; a proven one is pinned; the one we have stays as it is, and two officers may {@link #keep} it.
     *
     * @return the participant's id
     * @throws EntryRefused if it may not be taken
     */
    String take(byte[] signedEntry, Official by);

    /**
     * Writes down a counterpart that has no node, or changes what we wrote: recorded by us, signed by us.
     *
     * @param seen the version of what we wrote that stood on the form, 0 where nothing did
     * @return false if another version stands now; nothing was changed
     */
    boolean record(ParticipantEntry counterpart, long seen, Official by);

    /** A lapsed peer is kept on: two officers, on record, for 90 days from the second. */
    void keep(String id, Official by);

    /**
     * The duty phone of an entry was rung by us and answered.
     *
     * @param phone the number that stood on the page
     * @throws EntryRefused if the entry names another number now
     */
    void phoneTested(String id, String phone, Official by);

    /** When we last rang the phone that the entry names now. */
    Optional<Instant> phoneTestedAt(String id);

    /** @param status {@code IN_FORCE}, {@code BEFORE}, {@code WAITING}, {@code REFUSED} */
    record Version(
            String id,
            long version,
            String hash,
            Status status,
            Source source,
            @Nullable String why,
            Instant signedAt,
            Instant receivedAt,
            @Nullable String firstOfficer) {}

    enum Status {
        IN_FORCE,
        BEFORE,
        WAITING,
        REFUSED
    }

    /** From the operator's list, from a file, our own, or recorded by us for a counterpart without a node. */
    enum Source {
        LIST,
        FILE,
        OURS,
        RECORDED
    }
}
