package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes for digests of the rooms that are due, and sends them. */
@Component
class DigestsInTime {

    /** Of one look; the next look goes on. */
    private static final int MOST = 200;

    private static final Duration KEPT = Duration.ofDays(90);

    private final SendingDigests sending;
    private final DigestRows rows;
    private final MailPost post;
    private final Clock clock;

    DigestsInTime(SendingDigests sending, DigestRows rows, MailPost post, Clock clock) {
        this.sending = sending;
        this.rows = rows;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${node.digest.every:PT5M}", fixedDelayString = "${node.digest.every:PT5M}")
    void look() {
        if (!post.on()) {
            return;
        }
        sending.clockWentBack();
        for (int planned = 0; planned < MOST && sending.planSome(); planned++) {
            // Some more.
        }
        sending.sendSome();
        rows.forget(clock.instant().minus(KEPT));
    }
}
