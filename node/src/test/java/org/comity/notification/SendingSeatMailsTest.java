package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.comity.ledger.Ledger;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SpokenFingerprint;
import org.comity.seat.SeatNews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Real mails to a real SMTP server about what happened with the seats of an authority (R157). */
class SendingSeatMailsTest extends NodeWithMail {

    private static final String KEY = "0123456789abcdef".repeat(4);

    @Autowired
    SendingSeatMails sending;

    @Autowired
    SeatMailsInTime inTime;

    @Autowired
    SeatMailRows rows;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void an_empty_mailbox() throws Exception {
        inTime.look();
        mail.purgeEmailFromAllMailboxes();
    }

    @Test
    void it_says_that_it_happened_and_nothing_of_what_was_said() throws Exception {
        for (var kind : SeatNews.Kind.values()) {
            var act = told(kind);
            inTime.look();
            var message = mails(act).getFirst();

            assertThat(addressee(message)).isEqualTo("greffe@xd.example");
            assertThat(subject(message)).contains("Aldoria").doesNotContain("notification.");
            assertThat(text(message))
                    .contains(
                            act,
                            SpokenFingerprint.of(KEY),
                            "Dorvane",
                            "UTC",
                            "https://node.xa.example/seat/records",
                            "Mail is not confidential")
                    .doesNotContain("notification.", "XA-20", "/requests/");
            assertThat(ledger.lines(act, null, 5)).extracting(Ledger.Line::what).containsExactly("seat.told");
        }
    }

    @Test
    void it_is_told_once_however_often_it_is_said_and_looked_for() throws Exception {
        var act = told(SeatNews.Kind.ACTED);
        tell(new SeatNews("XD-1", SeatNews.Kind.ACTED, act, KEY));
        inTime.look();
        CLOCK.forward(Duration.ofMinutes(10));
        inTime.look();

        assertThat(mails(act)).hasSize(1);
    }

    /** A node that was killed after it took the mail, before the server had it or before that was written down. */
    @Test
    void a_node_that_is_killed_while_it_sends_sends_that_one_after_the_claim_and_under_the_same_id() throws Exception {
        var act = told(SeatNews.Kind.GIVEN);
        var killed = rows.claim(CLOCK.instant(), CLOCK.instant().plus(Duration.ofMinutes(5)))
                .orElseThrow();
        assertThat(sending.sendOne()).as("while it is claimed").isFalse();

        CLOCK.forward(Duration.ofMinutes(6));
        inTime.look();
        inTime.look();

        assertThat(mails(act)).hasSize(1);
        assertThat(id(mails(act).getFirst()))
                .isEqualTo("<seat-%d.%s@xa.example>".formatted(killed.id(), act.substring(0, 16)));
    }

    @Test
    void what_is_undone_is_told_to_nobody() throws Exception {
        var act = act();
        transactions.executeWithoutResult(it -> {
            sending.tell(new SeatNews("XD-1", SeatNews.Kind.ACTED, act, KEY));
            it.setRollbackOnly();
        });
        inTime.look();

        assertThat(mails(act)).isEmpty();
    }

    @Test
    void a_server_that_is_away_is_tried_again() throws Exception {
        var act = told(SeatNews.Kind.ENDED);
        mail.stop();
        try {
            inTime.look();
        } finally {
            mail = server();
        }
        assertThat(mails(act)).isEmpty();
        assertThat(status(act)).isEqualTo("WAITING not-reached");

        CLOCK.forward(Duration.ofMinutes(2));
        inTime.look();
        assertThat(mails(act)).hasSize(1);
        assertThat(status(act)).isEqualTo("SENT null");
    }

    /** One that failed and one that was being sent, while the clock was ahead. */
    @Test
    void a_clock_that_went_back_leaves_no_mail_waiting_for_a_far_day() throws Exception {
        var failed = told(SeatNews.Kind.ENDED);
        var claimed = act();
        CLOCK.set(Duration.ofDays(20));
        mail.stop();
        try {
            inTime.look();
            tell(new SeatNews("XD-1", SeatNews.Kind.GIVEN, claimed, KEY));
            var now = CLOCK.instant();
            assertThat(rows.claim(now, now.plus(Duration.ofMinutes(5)))).isPresent();
        } finally {
            mail = server();
            CLOCK.set(Duration.ofDays(-20));
        }
        assertThat(status(failed)).isEqualTo("WAITING not-reached");
        assertThat(status(claimed)).isEqualTo("WAITING null");

        inTime.look();

        assertThat(mails(failed)).hasSize(1);
        assertThat(mails(claimed)).hasSize(1);
    }

    @Test
    void an_authority_without_an_address_is_not_told_and_the_health_page_can_say_so() throws Exception {
        var act = act();
        tell(new SeatNews("XZ-9", SeatNews.Kind.ACTED, act, KEY));
        inTime.look();

        assertThat(status(act)).isEqualTo("FAILED no-address");
        assertThat(rows.figures(CLOCK.instant().minus(Duration.ofDays(1))).failed())
                .isPositive();
    }

    private String told(SeatNews.Kind kind) {
        var act = act();
        tell(new SeatNews("XD-1", kind, act, KEY));
        return act;
    }

    private void tell(SeatNews news) {
        transactions.executeWithoutResult(_ -> sending.tell(news));
    }

    private static String act() {
        return Digests.sha256(UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String status(String act) {
        return db.sql("select status, last_error from notification.seat_mail where act = :act")
                .param("act", act)
                .query((row, _) -> row.getString("status") + " " + row.getString("last_error"))
                .single();
    }

    private static String id(MimeMessage message) throws MessagingException {
        return message.getMessageID();
    }

    private static List<MimeMessage> mails(String act) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(it -> says(it, act))
                .toList();
    }

    private static boolean says(MimeMessage message, String act) {
        try {
            return text(message).contains(act);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
