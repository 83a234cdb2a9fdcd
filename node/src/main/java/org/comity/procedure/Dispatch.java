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
 * @param notPostedAt since when it will not be posted, {@code notPostedWhy} in the words of {@code official}; empty, and nobody,
 *     where its State has a node since
 * @param theirCase the other State's number that it bears; null until it was posted, and of what left before this was kept
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
        @Nullable LocalDate receivedOn,
        @Nullable Instant notPostedAt,
        String notPostedWhy,
        @Nullable String theirCase) {

    /** Of a letter that nobody has said will not be posted. */
    public Dispatch(
            String act,
            Instant readyAt,
            Instant postBy,
            @Nullable Channel channel,
            String number,
            @Nullable LocalDate day,
            @Nullable String official,
            @Nullable Instant postedAt,
            @Nullable LocalDate receivedOn) {
        this(act, readyAt, postBy, channel, number, day, official, postedAt, receivedOn, null, "", null);
    }

    public Stage stage() {
        if (day == null) {
            return notPostedAt == null ? Stage.READY : Stage.NOT_POSTED;
        }
        return receivedOn == null ? Stage.POSTED : Stage.RECEIVED;
    }

    /** The other State can know of it. */
    public boolean left() {
        return day != null;
    }

    /** No letter goes: it stands at a seat here, since {@code day}. */
    public boolean atSeat() {
        return channel == Channel.SEAT;
    }

    public enum Stage {
        READY,
        POSTED,
        RECEIVED,
        NOT_POSTED
    }
}
