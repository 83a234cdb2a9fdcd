package org.comity.thread;

import java.time.Instant;
import org.comity.proof.register.SignedEntry;

/**
 * Changes the threads this node is party to. All methods join the caller's transaction, which must be there, and take the
 * thread's lock.
 */
public interface ThreadKeeping {

    /**
     * Keeps an act that this node authored, or recorded for a counterpart without a node, and, where this node keeps the register, registers it.
     *
     * @throws Threads.Refused or {@link org.comity.vocabulary.RuleBroken} if it may not be stored
     * @return the entry if it was registered here, else nothing: it is sent, not yet registered
     */
    Threads.Kept keepOwn(SealedAct act);

    /**
     * As {@link #keepOwn}, but where this node keeps the register the act gets no entry before {@code until}; see
     * {@link #registerHeld}.
     */
    Threads.Kept keepHeld(SealedAct act, Instant until);

    /** Gives a held act its entry now; nothing if it has one, or was recalled. */
    void registerHeld(String act);

    /**
     * Takes back an act of ours that has no entry and has not left, which is for the caller to know. Publishes
     * {@link ActRecalled}; again changes nothing.
     *
     * @throws Threads.Refused {@code already-registered}
     */
    void recall(String act, String why);

    /**
     * Keeps an act that came in, once the door has authenticated the sender. The same act again changes nothing and
     * returns the same entry.
     *
     * @throws Threads.Refused with a stable code if it may not be stored; {@code unknown-thread} is worth another try once the
     *     opening act has arrived
     */
    Threads.Kept keepReceived(SealedAct act);

    /**
     * Keeps an act of ours that we had lost, as a counterpart gives it back after a restore; the door has verified our own
     * seal. What it may say was checked when it was sealed.
     */
    Threads.Kept keepReturned(SealedAct act);

    /** Keeps an entry from the register's keeper; verifies signature, chain, effect and state against our own fold. */
    void keepEntry(SignedEntry entry);

    /** As {@link #keepEntry(SignedEntry)}, when the door knows who sent it: only the counterpart may. */
    void keepEntry(SignedEntry entry, String from);

    /**
     * Retention: deletes an act's body and the files of its container. Envelope, signature, entry and fold stay.
     *
     * @return false if nothing was left to delete
     */
    boolean forgetBody(String act);
}
