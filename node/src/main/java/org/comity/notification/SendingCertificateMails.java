package org.comity.notification;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.DirectoryWatch.EndingCertificate;
import org.comity.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells contact point and central authority of certificates of this node that end: once 30, 14 and 3 days before. */
@Component
class SendingCertificateMails extends SendingMails<CertificateMail> {

    private final CertificateMailRows rows;
    private final DirectoryWatch watch;
    private final ReminderRecipients recipients;
    private final WritingCertificateMail writing;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: a mail is planned, claimed, written, sent and set down, each by its own type.
    SendingCertificateMails(
            CertificateMailRows rows,
            DirectoryWatch watch,
            ReminderRecipients recipients,
            WritingCertificateMail writing,
            MailPost post,
            MailSettings settings,
            Ledger ledger,
            TransactionTemplate transaction,
            Clock clock) {
        super(rows, rows::claim, post, settings, transaction, clock);
        this.rows = rows;
        this.watch = watch;
        this.recipients = recipients;
        this.writing = writing;
        this.ledger = ledger;
        this.clock = clock;
    }

    void plan() {
        ending().forEach((day, certificates) ->
                recipients.ofNode().forEach(it -> rows.planOnce(day, step(certificates), it, clock.instant())));
    }

    @Override
    String named(CertificateMail mail) {
        return "a mail about certificates that end on " + mail.endsOn();
    }

    /** They may be renewed since, or nearer to their end: that is another mail. */
    @Override
    @Nullable
    Written write(CertificateMail mail) {
        var certificates = ending().getOrDefault(mail.endsOn(), List.of());
        if (certificates.isEmpty() || step(certificates) != mail.step()) {
            rows.settled(mail.id(), Reminder.Status.DROPPED, "", clock.instant());
            return null;
        }
        return new Written(
                writing.mail(mail, certificates),
                () -> ledger.record(
                        null,
                        "certificates.told",
                        mail.endsOn().toString(),
                        Map.of(
                                "step",
                                Integer.toString(mail.step()),
                                "to",
                                mail.to().kind().name())));
    }

    /** By the day on which they end: those of one ceremony end within minutes. */
    private Map<LocalDate, List<EndingCertificate>> ending() {
        return watch.endingCertificates().stream()
                .collect(groupingBy(it -> LocalDate.ofInstant(it.end(), UTC), TreeMap::new, toList()));
    }

    private static int step(List<EndingCertificate> certificates) {
        return certificates.stream().mapToInt(EndingCertificate::days).min().orElseThrow();
    }
}
