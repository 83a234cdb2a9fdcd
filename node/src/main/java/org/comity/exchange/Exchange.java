package org.comity.exchange;

import java.time.Instant;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.jspecify.annotations.Nullable;

/** What leaves this node. Joins the caller's transaction: act, log entry and outbox row stand or fall together. */
public interface Exchange {

    /**
     * Keeps our act and puts it into the outbox for its addressee. A counterpart without a node gets nothing by wire.
     *
     * @param notBefore hold the sending until then; it can be recalled until it leaves
     */
    Threads.Kept send(SealedAct act, @Nullable Instant notBefore);

    /** Takes a held act back before it leaves; {@link org.comity.vocabulary.RuleBroken} if it has left. */
    void recall(String act);

    /** A working message: short, not sealed, possibly disclosable; at most 4,000 characters. */
    void message(String thread, String to, String text);

    /** Where an act's sending stands. */
    Sending sending(String act);

    /** @param attempts made so far; {@code lastError} a stable code, or null */
    record Sending(Status status, int attempts, @Nullable Instant nextAttempt, @Nullable String lastError) {}

    enum Status {
        NOTHING_TO_SEND,
        HELD,
        QUEUED,
        DELIVERED,
        GIVEN_UP,
        RECALLED
    }
}
