package org.comity.thread;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deletes what joint threads say that have ended for us; register, envelopes and seals stay. What changes joins the caller's
 * transaction, which must be there.
 */
public interface JointThreadKeeping {

    /** The thread is ours alone until the transaction ends. */
    void lock(String thread);

    /**
     * Threads that something is here of, and that have not moved since before then, without those in dispute; by id, after that
     * one, at most 50.
     */
    List<String> saidBefore(Instant before, String after);

    /** When an act was last registered in it, or its registers last differed. */
    Optional<Instant> lastMoved(String thread);

    /**
     * Since when it has ended for us: it was closed, we left it, did not come in or were asked and have not answered; where registers
     * differ, once we went on from it in another. Empty while something may still come.
     */
    Optional<Instant> ended(String thread);

    /**
     * Our word that we leave an open thread, while it has no entry; empty once anything that we said after it has one, and where
     * registers differ. Whether the keeper refused it is not known here.
     */
    Optional<Leaving> leaving(String thread);

    /** @param keeper who would register it; {@code at} when the thread last moved, or we last said something that has no entry */
    record Leaving(String act, String keeper, Instant at) {}

    /** Threads in which we went on from this one, at most so many. */
    List<String> followers(String thread, int most);

    /** When the last of its words were deleted; empty while something is here. */
    Optional<Instant> forgottenAt(String thread);

    /** What was deleted of a thread in which something is here: we came back, or it is being deleted. */
    Optional<DeletedBefore> deletedBefore(String thread);

    /** @param entry the last one whose words are gone; 0 where no entry says; {@code at} when the last of them went */
    record DeletedBefore(long entry, Instant at) {}

    /**
     * Deletes an act's body and the files of its container, for good: nobody brings them here again. Envelope, seal, entry and
     * fold stay.
     *
     * @return false if nothing was left to delete
     */
    boolean forgetBody(String act);

    /**
     * Deletes what we were asked by. While we can still answer, only what is older; with the last of it we are not in.
     *
     * @return false if nothing was left to delete
     */
    boolean forgetInvitations(String thread, Instant before);
}
