package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** Says whether reminders, digests and mails about seats and certificates leave. */
@Component
class MailLine implements HealthLines {

    private final MailPost post;
    private final ReminderRows reminders;
    private final DigestRows digests;
    private final SeatMailRows seats;
    private final ReplyRows replies;
    private final CertificateMailRows certificates;
    private final Clock clock;

    MailLine(
            MailPost post,
            ReminderRows reminders,
            DigestRows digests,
            SeatMailRows seats,
            ReplyRows replies,
            CertificateMailRows certificates,
            Clock clock) {
        this.post = post;
        this.reminders = reminders;
        this.digests = digests;
        this.seats = seats;
        this.replies = replies;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public List<HealthLine> lines() {
        if (!post.on()) {
            return List.of(HealthLine.of("mail", State.OFF, "off", Map.of()));
        }
        var since = clock.instant().minus(Duration.ofDays(7));
        var it = reminders
                .figures(since)
                .and(digests.figures(since))
                .and(seats.figures(since))
                .and(replies.figures(since))
                .and(certificates.figures(since));
        if (it.trying() > 0) {
            return List.of(HealthLine.of("mail", State.BAD, "trying", Map.of("n", it.trying())));
        }
        if (it.failed() > 0) {
            return List.of(HealthLine.of("mail", State.LOOK, "failed", Map.of("n", it.failed())));
        }
        return List.of(HealthLine.of("mail", State.GOOD, "sends", Map.of("n", it.sent())));
    }
}
