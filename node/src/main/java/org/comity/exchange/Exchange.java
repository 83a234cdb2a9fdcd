package org.comity.exchange;

import java.time.Instant;
import java.util.List;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Sends what leaves this node. Joins the caller's transaction: act, log entry and outbox row stand or fall together.
 */
public interface Exchange {

    /**
     * Keeps our act and puts it into the outbox for its addressee. A counterpart without a node gets nothing by wire.
     *
     * @param notBefore hold it until then: it does not leave, and a register of ours does not take it; it can be recalled
     *     until then
     */
    Threads.Kept send(SealedAct act, @Nullable Instant notBefore);

    /**
     * Takes an act back before it leaves and before it is registered; {@link org.comity.vocabulary.RuleBroken} if it has
     * left, or has its entry.
     */
    void recall(String act, String why);

    /** A working message: short, not sealed, possibly disclosable; at most 4,000 characters. */
    void message(String thread, String to, String text);

    /** Retention: deletes the working messages of a thread that have not left, or were given up; again changes nothing. */
    void forgetMessages(String thread);

    /** When each working message was handed over that has not arrived there, or was given up; at most 200. */
    List<Instant> unsentMessages(String to, String thread);

    /** Where an act's sending stands. */
    Sending sending(String act);

    /**
     * @param attempts made so far
     * @param since when it might leave; null if nothing is to be sent
     * @param lastError a stable code, or null
     * @param told an officer was told that it was not delivered, or got no entry
     */
    record Sending(
            Status status,
            int attempts,
            @Nullable Instant since,
            @Nullable Instant nextAttempt,
            @Nullable String lastError,
            boolean told) {}

    enum Status {
        NOTHING_TO_SEND,
        HELD,
        QUEUED,
        DELIVERED,
        GIVEN_UP,
        RECALLED
    }
}
