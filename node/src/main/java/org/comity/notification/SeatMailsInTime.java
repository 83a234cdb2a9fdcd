package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes for mails about seats, and sends them. */
@Component
class SeatMailsInTime {

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
        sending.sendSome();
        rows.forget(clock.instant().minus(KEPT));
    }
}
