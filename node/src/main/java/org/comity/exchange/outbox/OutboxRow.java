package org.comity.exchange.outbox;

import java.time.Duration;
import java.time.Instant;
import org.comity.exchange.Parcel;
import org.jspecify.annotations.Nullable;

/**
 * Holds what waits for one peer.
 *
 * @param subject act id; {@code thread/n} of an entry or fetch; message id; {@code head} or {@code proof} of a joint thread
 * @param payload canonical JSON; null for an act, whose container the thread keeps, and for a head, which is read as it leaves
 * @param attempts this one included
 * @param triedSince the node's running time at the first attempt that failed; null before
 * @param alone not together with others: too large, or one of them was refused
 */
record OutboxRow(
        long id,
        String destination,
        Parcel.Action action,
        String thread,
        String subject,
        byte @Nullable [] payload,
        int attempts,
        boolean alone,
        Instant createdAt,
        @Nullable Duration triedSince) {

    OutboxRow carrying(byte[] other) {
        return new OutboxRow(id, destination, action, thread, subject, other, attempts, alone, createdAt, triedSince);
    }
}
