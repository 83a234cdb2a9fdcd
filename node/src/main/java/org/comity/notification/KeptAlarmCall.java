package org.comity.notification;

import java.time.Duration;
import java.time.Instant;
import org.comity.notification.AlarmSettings.Who;
import org.comity.notification.Reminder.Status;
import org.jspecify.annotations.Nullable;

/**
 * One mail or one call of a gateway about a request that nobody has acknowledged, or a handover that nobody took over.
 *
 * @param thread or what {@link AlarmCause} calls a note
 * @param after of its step
 * @param target the mail address, or the gateway's host
 * @param shift whose shift it tells, see {@link Key}
 * @param attempts made so far
 * @param error a stable code of the last failure, or null
 * @param receipt by which the mail server or gateway finds it again; empty until it left
 */
// More than twelve: the whole of its row.
record KeptAlarmCall(
        long id,
        String thread,
        boolean emergency,
        Who who,
        Duration after,
        How how,
        String target,
        String shift,
        Status status,
        int attempts,
        @Nullable String error,
        String receipt,
        Instant plannedAt,
        @Nullable Instant settledAt) {

    enum How {
        MAIL,
        HOOK
    }

    /**
     * By which it is made once: one way and one address of one step, for one request.
     *
     * @param shift of who is on duty, such as {@code maren 2026-11-30T18:00:00Z}; empty for a step of the configuration
     */
    record Key(String thread, Who who, Duration after, How how, String target, String shift) {}
}
