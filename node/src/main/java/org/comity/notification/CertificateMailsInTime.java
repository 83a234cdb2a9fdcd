package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes for certificates of this node that end, and sends the mails about them. */
@Component
class CertificateMailsInTime {

    private static final Duration KEPT = Duration.ofDays(90);

    private final SendingCertificateMails sending;
    private final CertificateMailRows rows;
    private final MailPost post;
    private final Clock clock;

    CertificateMailsInTime(SendingCertificateMails sending, CertificateMailRows rows, MailPost post, Clock clock) {
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
        sending.plan();
        sending.sendSome();
        rows.forget(clock.instant().minus(KEPT));
    }
}
