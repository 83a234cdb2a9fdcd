package org.comity.notification;

import java.time.Instant;
import java.time.LocalDate;
import org.comity.notification.ReminderRecipient.Kind;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one address.
 *
 * @param step days before the end, {@code MOVED} or {@code ENDED}, or {@link #ORDER} with the last day of an order
 * @param attempts made so far
 * @param error a stable code of the last failure, or null
 */
record Reminder(
        long id,
        String thread,
        String step,
        Kind kind,
        String address,
        Language language,
        Status status,
        int attempts,
        @Nullable String error,
        @Nullable Instant settledAt)
        implements WaitingMail {

    static final String MOVED = "MOVED";
    static final String ENDED = "ENDED";

    /** Before the last day of our domestic order, e.g. {@code ORDER 2027-03-01}, or {@code ORDER 2027-03-01 7} of a later mail. */
    static final String ORDER = "ORDER ";

    enum Status {
        WAITING,
        SENT,
        DROPPED,
        FAILED
    }

    boolean aboutDays() {
        return !step.equals(MOVED) && !step.equals(ENDED) && !aboutOrder();
    }

    boolean aboutOrder() {
        return step.startsWith(ORDER);
    }

    /** The last day of the order that it is about. */
    LocalDate orderEnds() {
        return LocalDate.parse(step.substring(ORDER.length()).split(" ", 2)[0]);
    }

    /** What a page calls the step. */
    String shown() {
        return aboutOrder() ? ORDER.strip() : step;
    }
}
