package org.comity.exchange;

import java.time.Instant;
import java.util.function.Consumer;
import org.comity.proof.register.SignedEntry;

/** Puts things into the outbox; joins the caller's transaction and leaves after its commit. For this module's folders. */
public interface OutgoingQueue {

    /** @param alone too large to leave together with others, or of unknown size */
    void act(String to, String thread, String act, boolean alone, Instant notBefore);

    void entry(String to, SignedEntry entry);

    /** One of two entries with one n, or one that is not right: both may wait for one peer. */
    void proof(String to, SignedEntry entry);

    void message(String to, String thread, String id, byte[] json);

    void fetch(String to, String thread, long after);

    /** Between a node that was restored and its counterpart. Leaves although nothing else does. */
    void comparing(String to, Parcel.Action action, String subject, byte[] json);

    /**
     * Packs the next act, or entries, that wait for a peer, lets {@code hand} take the parcel, then counts it as
     * delivered; nothing is lost if {@code hand} fails.
     *
     * @return false if nothing is due
     */
    boolean handOver(String peer, Consumer<Parcel> hand);

    /** What waits for its next attempt, or was given up because nobody was reached, is due at once: it goes by hand. */
    void forCourier(String peer);

    /** A peer has just spoken to us: what waits for it need not wait longer. */
    void heardFrom(String peer);
}
