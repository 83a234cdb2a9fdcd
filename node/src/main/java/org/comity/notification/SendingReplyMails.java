package org.comity.notification;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one mail about an answer at a time, to the mailbox that its official chose for digests and to no other. */
@Component
class SendingReplyMails {

    private static final Logger log = LoggerFactory.getLogger(SendingReplyMails.class);

    private final ReplyRows rows;
    private final DigestRows digests;
    private final ChoosingDigest choosing;
    private final WritingReplyMail writing;
    private final MailPost post;
    private final MailSettings settings;
    private final Clock clock;

    SendingReplyMails(
            ReplyRows rows,
            DigestRows digests,
            ChoosingDigest choosing,
            WritingReplyMail writing,
            MailPost post,
            MailSettings settings,
            Clock clock) {
        this.rows = rows;
        this.digests = digests;
        this.choosing = choosing;
        this.writing = writing;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return false if nothing more is to be done now: nothing is due, or the server is not there */
    boolean sendOne() {
        var now = clock.instant();
        var claimed = rows.claim(now, now.plus(settings.claim()));
        if (claimed.isEmpty()) return false;
        var mail = claimed.get();
        try {
            return send(mail);
        } catch (RuntimeException fault) {
            // Of one mail; the others are not to wait for whoever mends it.
            log.error("a mail about an answer could not be written", fault);
            rows.postponed(mail.id(), clock.instant().plus(settings.pause(mail.attempts())), "message");
            return true;
        }
    }

    private boolean send(ReplyMail mail) {
        var digest = digests.find(mail.official()).orElse(null);
        var to = digest == null ? null : choosing.recipient(digest).orElse(null);
        var written = digest == null || to == null
                ? null
                : writing.mail(mail, digest, to).orElse(null);
        if (written == null) {
            rows.settled(mail.id(), Reminder.Status.DROPPED, "", clock.instant());
            return true;
        }
        try {
            post.send(written);
        } catch (MailPost.NotSent failed) {
            log.warn("a mail about an answer was not sent: {}", failed.code());
            return rows.failed(mail.id(), failed, clock.instant(), settings.pause(mail.attempts()));
        }
        rows.settled(mail.id(), Reminder.Status.SENT, "", clock.instant());
        return true;
    }
}
