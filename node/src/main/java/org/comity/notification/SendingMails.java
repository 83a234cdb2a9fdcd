package org.comity.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.comity.notification.Reminder.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends waiting mails one at a time: claimed, written, sent, set down. A node that dies between the server's yes and our writing
 * sends that one again under the same Message-ID; one that dies earlier loses nothing.
 */
abstract class SendingMails<M extends WaitingMail> {

    private static final Logger log = LoggerFactory.getLogger(SendingMails.class);

    /** Of one look; the next look goes on. */
    private static final int MOST = 200;

    private final MailRows rows;
    private final BiFunction<Instant, Instant, Optional<M>> claim;
    private final MailPost post;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param claim from now until the given instant */
    SendingMails(
            MailRows rows,
            BiFunction<Instant, Instant, Optional<M>> claim,
            MailPost post,
            MailSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.claim = claim;
        this.post = post;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Null where nothing is to be sent: that is set down already. */
    abstract @Nullable Written write(M mail);

    /** For the log, such as {@code a digest}. */
    abstract String named(M mail);

    /** @return whether others may be sent */
    boolean failed(M mail, MailPost.NotSent failed, Instant now) {
        return rows.failed(mail.id(), failed, now, settings.pause(mail.attempts()));
    }

    void sendSome() {
        var now = clock.instant();
        int due = rows.clockWentBack(now, now.plus(settings.longestPause()).plus(settings.claim()));
        if (due > 0)
            log.warn("the clock went back: {} mails need not wait for the day that they had been put off to", due);
        for (int sent = 0; sent < MOST && sendOne(); sent++) {
            // One after the other.
        }
    }

    /** @return false if nothing more is to be done now: nothing is due, or the server is not there */
    boolean sendOne() {
        var now = clock.instant();
        var claimed = claim.apply(now, now.plus(settings.claim()));
        if (claimed.isEmpty()) return false;
        var mail = claimed.get();
        try {
            return send(mail);
        } catch (RuntimeException fault) {
            // Of one mail; the others are not to wait for whoever mends it.
            log.error("{} could not be written", named(mail), fault);
            rows.postponed(mail.id(), clock.instant().plus(settings.pause(mail.attempts())), "message");
            return true;
        }
    }

    private boolean send(M mail) {
        var written = write(mail);
        if (written == null) return true;
        try {
            post.send(written.mail());
        } catch (MailPost.NotSent failed) {
            log.warn("{} was not sent: {}", named(mail), failed.code());
            return failed(mail, failed, clock.instant());
        }
        // Row and line stand or fall together: what is on no record is sent again, under the same id.
        transaction.executeWithoutResult(_ -> {
            rows.settled(mail.id(), Status.SENT, "", clock.instant());
            written.sent().run();
        });
        return true;
    }

    /** @param sent what is written down once it left */
    record Written(OutgoingMail mail, Runnable sent) {}
}
