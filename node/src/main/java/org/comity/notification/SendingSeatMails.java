package org.comity.notification;

import java.time.Clock;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.seat.SeatNews;
import org.comity.seat.TellingAuthorities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes down what happened with a seat in the transaction in which it happens, and sends the mails about it. */
@Component
class SendingSeatMails extends SendingMails<SeatMail> implements TellingAuthorities {

    private final SeatMailRows rows;
    private final WritingSeatMail writing;
    private final MailPost post;
    private final Directory directory;
    private final Ledger ledger;
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
        super(rows, rows::claim, post, settings, transaction, clock);
        this.rows = rows;
        this.writing = writing;
        this.post = post;
        this.directory = directory;
        this.ledger = ledger;
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

    @Override
    String named(SeatMail mail) {
        return "a mail about a seat of " + mail.news().authority();
    }

    @Override
    @Nullable
    Written write(SeatMail mail) {
        var to = directory
                .find(mail.news().authority())
                .filter(it -> !it.mail().isBlank())
                .orElse(null);
        if (to == null) {
            rows.settled(mail.id(), Reminder.Status.FAILED, "no-address", clock.instant());
            return null;
        }
        return new Written(
                writing.mail(mail, to),
                () -> ledger.record(
                        null,
                        "seat.told",
                        mail.news().act(),
                        Map.of("authority", to.id(), "kind", mail.news().kind().name())));
    }
}
