package org.comity.casework.offices;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One request with one office, from when it was passed on until it came back.
 *
 * @param asked what the office is to do, in our words
 * @param aim by when we asked it back, or null; {@code ownAim} is the office's own
 * @param endedAt when it came back or was taken back, or null
 * @param notedAt when the desk read that it came back, or null
 */
// More than twelve: one row of the table.
public record Passage(
        long id,
        String thread,
        String office,
        String asked,
        @Nullable LocalDate aim,
        Instant passedAt,
        @Nullable LocalDate ownAim,
        @Nullable End end,
        String note,
        @Nullable Instant endedAt,
        @Nullable Instant notedAt) {

    /** Is our aim over? It counts to the end of its day. */
    public boolean late(LocalDate today) {
        return end == null && aim != null && aim.isBefore(today);
    }

    /** The office gave it back, and the desk has not said that it read so. */
    public boolean unread() {
        return end != null && end != End.TAKEN_BACK && notedAt == null;
    }

    /** How it ended. */
    public enum End {
        DONE,
        NOT_OURS,
        TAKEN_BACK
    }
}
