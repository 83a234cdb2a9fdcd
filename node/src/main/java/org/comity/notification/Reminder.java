package org.comity.notification;

import java.time.Instant;
import org.comity.notification.ReminderRecipient.Kind;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one address.
 *
 * @param step days before the end, {@code MOVED} or {@code ENDED}
 * @param attempts made so far
 * @param error a stable code of the last failure, or null
 */
record Reminder(
        long id,
        String thread,
        int sequence,
        String step,
        Kind kind,
        String address,
        Language language,
        Status status,
        int attempts,
        @Nullable String error,
        @Nullable Instant settledAt) {

    static final String MOVED = "MOVED";
    static final String ENDED = "ENDED";

    enum Status {
        WAITING,
        SENT,
        DROPPED,
        FAILED
    }

    boolean aboutDays() {
        return !step.equals(MOVED) && !step.equals(ENDED);
    }
}
