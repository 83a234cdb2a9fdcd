package org.comity.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.seat.SeatNews;
import org.comity.seat.TellingAuthorities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes down what happened with a seat in the transaction in which it happens, and sends one mail at a time: claimed, sent, set
 * down. A node that dies between the server's yes and our writing sends that one again under the same Message-ID; one that dies
 * earlier loses nothing.
 */
@Component
class SendingSeatMails implements TellingAuthorities {

    private static final Logger log = LoggerFactory.getLogger(SendingSeatMails.class);

    private final SeatMailRows rows;
    private final WritingSeatMail writing;
    private final MailPost post;
    private final MailSettings settings;
    private final Directory directory;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendingSeatMails(
            SeatMailRows rows,
            WritingSeatMail writing,
            MailPost post,
            MailSettings settings,
            Directory directory,
            Ledger ledger,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.writing = writing;
        this.post = post;
        this.settings = settings;
        this.directory = directory;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Also where no mail leaves: it leaves once there is a server. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(SeatNews news) {
        rows.add(news, clock.instant());
    }

    @Override
    public boolean leaves() {
        return post.on();
    }

    /** @return false if nothing more is to be done now: nothing is due, or the server is not there */
    boolean sendOne() {
        var now = clock.instant();
        var claimed = rows.claim(now, now.plus(settings.claim()));
        if (claimed.isEmpty()) {
            return false;
        }
        var mail = claimed.get();
        try {
            return send(mail, now);
        } catch (RuntimeException fault) {
            // Of one mail; the others are not to wait for whoever mends it.
            log.error(
                    "a mail about a seat of {} could not be written",
                    mail.news().authority(),
                    fault);
            rows.postponed(mail.id(), clock.instant().plus(settings.pause(mail.attempts())), "message");
            return true;
        }
    }

    private boolean send(SeatMail mail, Instant now) {
        var to = directory
                .find(mail.news().authority())
                .filter(it -> !it.mail().isBlank())
                .orElse(null);
        if (to == null) {
            rows.settled(mail.id(), Reminder.Status.FAILED, "no-address", now);
            return true;
        }
        try {
            post.send(writing.mail(mail, to));
        } catch (MailPost.NotSent failed) {
            log.warn("a mail about a seat of {} was not sent: {}", mail.news().authority(), failed.code());
            return rows.failed(mail.id(), failed, clock.instant(), settings.pause(mail.attempts()));
        }
        // Row and line stand or fall together: what is on no record is sent again, under the same id.
        transaction.executeWithoutResult(_ -> {
            rows.settled(mail.id(), Reminder.Status.SENT, "", clock.instant());
            ledger.record(
                    null,
                    "seat.told",
                    mail.news().act(),
                    Map.of("authority", to.id(), "kind", mail.news().kind().name()));
        });
        return true;
    }
}
