package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes for mails about seats, and sends them. */
@Component
class SeatMailsInTime {

    /** Of one look; the next look goes on. */
    private static final int MOST = 200;

    private static final Duration KEPT = Duration.ofDays(90);

    private final SendingSeatMails sending;
    private final SeatMailRows rows;
    private final MailPost post;
    private final Clock clock;

    SeatMailsInTime(SendingSeatMails sending, SeatMailRows rows, MailPost post, Clock clock) {
        this.sending = sending;
        this.rows = rows;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${node.reminders.every:PT2M}", fixedDelayString = "${node.reminders.every:PT2M}")
    void look() {
        if (!post.on()) {
            return;
        }
        for (int sent = 0; sent < MOST && sending.sendOne(); sent++) {
            // One after the other.
        }
        rows.forget(clock.instant().minus(KEPT));
    }
}
