package org.comity.procedure;

import java.time.Instant;
import java.time.LocalDate;
import org.comity.vocabulary.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Says how a letter of ours to a State without a node stands: ready, then posted, then received.
 * Where that State reads at a seat here, how the act itself stands there.
 *
 * @param act whose letter it is
 * @param postBy our own aim for posting it
 * @param channel by which it left, {@code number} for example of the bag, {@code day} on which, {@code official} who said so;
 *     null, or empty, until it was posted
 * @param receivedOn the day of their answer, or of their receipt, or on which it was opened at the seat; or null
 */
public record Dispatch(
        String act,
        Instant readyAt,
        Instant postBy,
        @Nullable Channel channel,
        String number,
        @Nullable LocalDate day,
        @Nullable String official,
        @Nullable Instant postedAt,
        @Nullable LocalDate receivedOn) {

    public Stage stage() {
        return day == null ? Stage.READY : receivedOn == null ? Stage.POSTED : Stage.RECEIVED;
    }

    /** No letter goes: it stands at a seat here, since {@code day}. */
    public boolean atSeat() {
        return channel == Channel.SEAT;
    }

    public enum Stage {
        READY,
        POSTED,
        RECEIVED
    }
}
