package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.DirectoryWatch.EndingCertificate;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Real mails to a real SMTP server about certificates of this node that end. */
class SendingCertificateMailsTest extends NodeWithMail {

    @Autowired
    CertificateMailRows rows;

    @Autowired
    ReminderRecipients recipients;

    @Autowired
    WritingCertificateMail writing;

    @Autowired
    MailPost post;

    @Autowired
    MailSettings settings;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private final DirectoryWatch watch = mock(DirectoryWatch.class);
    private final Instant end = CLOCK.instant()
            .plus(Duration.ofDays(30))
            .truncatedTo(ChronoUnit.DAYS)
            .plus(Duration.ofHours(12));
    private CertificateMailsInTime inTime;

    @BeforeEach
    void an_empty_mailbox() throws Exception {
        nothing_is_left();
        mail.purgeEmailFromAllMailboxes();
        var sending = new SendingCertificateMails(
                rows, watch, recipients, writing, post, settings, ledger, transaction, CLOCK);
        inTime = new CertificateMailsInTime(sending, rows, post, CLOCK);
    }

    @AfterEach
    void nothing_is_left() {
        db.sql("delete from notification.certificate_mail").update();
    }

    @Test
    void contact_point_and_central_authority_are_told_once_at_each_step() throws Exception {
        for (int step : List.of(30, 14, 3)) {
            mail.purgeEmailFromAllMailboxes();
            ending(step);
            inTime.look();
            inTime.look();

            assertThat(mail.getReceivedMessages())
                    .extracting(NodeWithMail::addressee)
                    .as("%d days", step)
                    .hasSize(2)
                    .doesNotHaveDuplicates()
                    .contains("authority@xa.example");
        }
        assertThat(ledger.lines(day().toString(), null, 9))
                .extracting(Ledger.Line::what)
                .hasSizeGreaterThanOrEqualTo(6)
                .containsOnly("certificates.told");
    }

    @Test
    void it_names_the_certificates_and_the_day_and_where_to_look() throws Exception {
        ending(14);
        inTime.look();

        assertThat(text(english())).contains("seal, tls", "(UTC)", "https://node.xa.example/directory", "key ceremony");
        assertThat(subject(english())).contains("Certificates of this node end on");
        for (var each : mail.getReceivedMessages()) {
            assertThat(text(each)).doesNotContain("notification.");
        }
    }

    @Test
    void what_was_renewed_before_the_mail_could_leave_is_told_to_nobody() throws Exception {
        ending(30);
        mail.stop();
        try {
            inTime.look();
        } finally {
            mail = server();
        }
        assertThat(statuses()).containsOnly("WAITING");
        when(watch.endingCertificates()).thenReturn(List.of());
        CLOCK.forward(Duration.ofHours(2));

        inTime.look();

        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(statuses()).containsOnly("DROPPED");
    }

    @Test
    void who_was_away_at_the_last_step_is_told_that_they_have_ended() throws Exception {
        when(watch.endingCertificates()).thenReturn(List.of(new EndingCertificate("tls", end, 3, true)));

        inTime.look();

        assertThat(subject(english())).contains("Certificates of this node ended on");
    }

    /** Of one ceremony, a minute apart. */
    private void ending(int step) {
        when(watch.endingCertificates())
                .thenReturn(Stream.of("seal", "tls")
                        .map(it -> new EndingCertificate(it, end.plusSeconds(it.length()), step, false))
                        .toList());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(end, ZoneOffset.UTC);
    }

    private List<String> statuses() {
        return db.sql("select status from notification.certificate_mail")
                .query(String.class)
                .list();
    }

    private static MimeMessage english() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(it -> !addressee(it).equals("authority@xa.example"))
                .findFirst()
                .orElseThrow();
    }
}
