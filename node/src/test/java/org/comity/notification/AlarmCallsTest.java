package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.comity.casework.Compartments;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Drafts;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.notification.KeptAlarmCall.How;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.HealthLine;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Real mails to a real SMTP server, and real calls of a real gateway, while nobody acknowledges; the test moves the clock. */
class AlarmCallsTest extends NodeWithMail {

    private final List<String> called = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private volatile int answer = 202;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    AlarmCallsInTime inTime;

    @Autowired
    SendingAlarmCalls sending;

    @Autowired
    PlanningAlarmCalls planning;

    @Autowired
    AlarmCallRows rows;

    @Autowired
    WritingAlarmMail writing;

    @Autowired
    MailPost post;

    @Autowired
    AlarmSettings settings;

    @Autowired
    MailSettings mailSettings;

    @Autowired
    Compartments compartments;

    @Autowired
    AlarmLine health;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Requests requests;

    @Autowired
    Drafts drafts;

    @Autowired
    Officials officials;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient db;

    private final LivePages live = mock();

    @BeforeEach
    void a_gateway_and_nothing_unacknowledged() throws Exception {
        seat = sit("duty-officer");
        db.sql("update cooperation.request set state = 'Received' where state = 'Requested'")
                .update();
        db.sql("delete from notification.alarm_call where status = 'WAITING'").update();
        // What earlier tests sent does not count for the hour of this one.
        CLOCK.forward(Duration.ofHours(2));
        mail.purgeEmailFromAllMailboxes();
        GATEWAY.createContext("/call", exchange -> {
            called.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (answer == 0) {
                await(slow);
            }
            exchange.sendResponseHeaders(answer == 0 ? 202 : answer, -1);
            exchange.close();
        });
    }

    @AfterEach
    void the_gateway_answers_nobody() {
        slow.countDown();
        GATEWAY.removeContext("/call");
    }

    /** Whether somebody was woken is asked years later, too. */
    @Test
    void what_was_tried_to_wake_somebody_stays_until_the_words_of_the_request_go() throws Exception {
        var row = asksUs(true);
        after(row, 3);
        look();
        var told = rows.of(row.thread());
        assertThat(told).isNotEmpty();
        db.sql("update notification.alarm_call set settled_at = settled_at - interval '2000 days' where thread = :t")
                .param("t", row.thread())
                .update();
        inTime.mail();
        assertThat(rows.of(row.thread())).hasSameSizeAs(told);

        rows.forgetting(row.thread());
        assertThat(rows.of(row.thread())).isEmpty();
    }

    @Test
    void the_chain_is_told_step_by_step_of_an_emergency_and_nothing_of_the_case() throws Exception {
        var row = asksUs(true);
        look();
        assertThat(mails(row)).as("before the first step").isEmpty();
        assertThat(page(url(row), "en")).contains("Next, unless somebody acknowledges: Contact point");

        after(row, 3);
        look();
        look();
        assertThat(addressees(row)).containsExactly("desk@xa.example");
        var told = mails(row).getFirst();
        assertThat(subject(told)).contains("Emergency " + row.reference());
        assertThat(text(told))
                .contains(row.reference(), "UTC", "https://node.xa.example/requests/" + row.reference())
                .contains("Mail is not confidential")
                .doesNotContain("notification.", "child", "a@mail.example", "Dorvane", "XD");
        assertThat(called).isEmpty();

        after(row, 8);
        look();
        assertThat(addressees(row)).containsExactlyInAnyOrder("desk@xa.example", "second@xa.example");
        assertThat(called).singleElement().asString().startsWith("Bearer key-of-the-gateway {");
        assertThat(called.getFirst())
                .contains(
                        "\"kind\":\"emergency\"",
                        "\"reference\":\"" + row.reference() + "\"",
                        "\"who\":\"second-officer\"",
                        "\"link\":\"https://node.xa.example/requests/" + row.reference() + "\"",
                        "\"since\":\"")
                .doesNotContain("child", "a@mail.example", "Dorvane", "XD");

        after(row, 15);
        look();
        assertThat(addressees(row)).contains("director@xa.example").hasSize(3);
        assertThat(mails(row).getLast().getHeader("Content-Language")).containsExactly("ar");
        assertThat(ledger.lines(row.thread(), null, 9))
                .extracting(Ledger.Line::what)
                .filteredOn("alarm.told"::equals)
                .hasSize(4);

        CLOCK.forward(Duration.ofHours(2));
        look();
        assertThat(mails(row)).as("the steps have ended").hasSize(3);
        assertThat(called).hasSize(1);
    }

    /** Yesterday's officer was told, today's is told of the same, and then the steps go on. */
    @Test
    void whoever_is_on_duty_is_told_first_and_at_once() throws Exception {
        onDuty("maren", "night@xa.example");
        try {
            var row = asksUs(true);
            look();
            look();
            assertThat(addressees(row)).containsExactly("night@xa.example");
            assertThat(page(url(row), "en"))
                    .contains("Officer on duty", "Next, unless somebody acknowledges: Contact point");
            assertThat(page("/desk", "en")).containsPattern("Officer on duty .{0,120}UTC</bdi>, not answered");

            after(row, 2);
            onDuty("okell", "day@xa.example");
            look();
            assertThat(addressees(row)).containsExactly("night@xa.example", "day@xa.example");

            after(row, 3);
            look();
            assertThat(addressees(row)).contains("desk@xa.example").hasSize(3);

            var late = asksUs(true);
            planning.plan();
            offDuty();
            look();
            assertThat(addressees(late)).as("planned, and that shift is over").isEmpty();

            onDuty("okell", "day@xa.example");
            look();
            assertThat(addressees(late)).as("the same officer is back on duty").containsExactly("day@xa.example");
        } finally {
            offDuty();
        }
    }

    private void onDuty(String officer, String address) {
        offDuty();
        db.sql("""
                insert into identity.duty_shift (person, first_day, days, every_weeks, begins, ends, entered_at)
                values (:officer, date '2026-01-01', '{1,2,3,4,5,6,7}', 1, time '00:00', time '00:00', :now)
                """)
                .param("officer", officer)
                .param("now", CLOCK.instant().atOffset(ZoneOffset.UTC))
                .update();
        db.sql("insert into identity.duty_address (person, mail, phone) values (:officer, :mail, '')")
                .param("officer", officer)
                .param("mail", address)
                .update();
    }

    private void offDuty() {
        db.sql("delete from identity.duty_shift").update();
        db.sql("delete from identity.duty_address").update();
    }

    @Test
    void each_attempt_stands_on_the_page_and_the_newest_in_the_alarm_of_every_page() throws Exception {
        var row = asksUs(true);
        after(row, 8);
        look();

        assertThat(page(url(row), "en"))
                .contains("Who was told that nobody answers", "desk@xa.example", "second@xa.example", "HTTP 202")
                .contains("by text message or telephone", "Next, unless somebody acknowledges: Central authority");
        assertThat(page(url(row), "ar")).contains("من أُبلغ بأن لا أحد يجيب", "الضابط الثاني");
        var newest = rows.last(row.thread()).orElseThrow();
        assertThat(newest.who()).isEqualTo("SECOND_OFFICER");
        assertThat(page("/desk", "en")).containsPattern("Second officer .{0,120}UTC</bdi>, not answered");
        assertThat(page("/desk", "ar")).contains("بلا جواب");
    }

    @Test
    void an_acknowledgement_stops_it() throws Exception {
        var row = asksUs(true);
        after(row, 3);
        look();
        planning.plan();
        CLOCK.forward(Duration.ofMinutes(5));
        planning.plan();
        acknowledge(row);

        look();

        assertThat(addressees(row)).as("planned, and not needed any more").containsExactly("desk@xa.example");
        assertThat(called).isEmpty();
        assertThat(page(url(row), "en"))
                .contains("Who was told that nobody answers")
                .doesNotContain("Next, unless somebody acknowledges");
    }

    @Test
    void an_emergency_that_comes_as_information_is_told_until_it_is_acknowledged() throws Exception {
        var row = tellsUs();
        assertThat(row.ourRole()).isEqualTo(Role.REQUESTING);
        after(row, 3);
        look();

        assertThat(addressees(row)).containsExactly("desk@xa.example");
        assertThat(page("/desk", "en")).contains("LIFE AT RISK");
        assertThat(page(url(row), "en")).contains("Next, unless somebody acknowledges");
        acknowledge(row);

        assertThat(planning.stillWaits(row.thread())).isEmpty();
        assertThat(page("/desk", "en")).doesNotContain("LIFE AT RISK");
        assertThat(page(url(row), "en")).doesNotContain("Next, unless somebody acknowledges");
    }

    @Test
    void other_requests_are_told_once_their_aim_is_over_and_do_not_use_up_what_emergencies_need() throws Exception {
        var ordinary = IntStream.range(0, 3).mapToObj(_ -> asksUs(false)).toList();
        CLOCK.forward(Duration.ofMinutes(58));
        look();
        assertThat(mail.getReceivedMessages()).as("their aim is an hour").isEmpty();

        CLOCK.forward(Duration.ofMinutes(6));
        look();
        CLOCK.forward(Duration.ofMinutes(4));
        look();
        assertThat(ordinary.stream().mapToInt(it -> mails(it).size()).sum())
                .as("half of eight an hour, of six that are due")
                .isEqualTo(4);
        assertThat(subject(mail.getReceivedMessages()[0])).contains("nobody has acknowledged it in time");
        var held = ordinary.stream()
                .flatMap(it -> rows.of(it.thread()).stream())
                .filter(it -> "most-an-hour".equals(it.error()))
                .toList();
        assertThat(held).hasSize(2);
        assertThat(held)
                .extracting(KeptAlarmCall::attempts)
                .as("held back, not tried")
                .containsOnly(0);
        assertThat(health.lines().getFirst().state()).isEqualTo(HealthLine.State.BAD);

        var emergency = asksUs(true);
        CLOCK.forward(Duration.ofMinutes(3));
        look();
        assertThat(mails(emergency)).hasSize(1);
    }

    @Test
    void nobody_is_told_of_a_drill() throws Exception {
        var row = asksUs(false);
        db.sql("update cooperation.request set drill = true where thread = :thread")
                .param("thread", row.thread())
                .update();
        CLOCK.forward(Duration.ofMinutes(70));
        planning.plan();

        assertThat(rows.of(row.thread())).isEmpty();
        assertThat(page(url(row), "en")).doesNotContain("Next, unless somebody acknowledges");
        assertThat(planning.stillWaits(row.thread())).as("planned before").isEmpty();
    }

    /** One step alone, and no more once somebody came. */
    @Test
    void a_shift_that_nobody_takes_over_is_told_to_one_step_of_the_chain() throws Exception {
        var taken = handedOver();
        var waits = handedOver();
        CLOCK.forward(Duration.ofMinutes(14));
        look();
        assertThat(rows.of("handover-" + waits)).as("not yet").isEmpty();
        db.sql("update desk.handover set taken_by = 'okell', taken_at = written_at where id = :id")
                .param("id", taken)
                .update();

        CLOCK.forward(Duration.ofMinutes(2));
        look();
        look();

        assertThat(rows.of("handover-" + taken)).isEmpty();
        assertThat(rows.of("handover-" + waits))
                .extracting(KeptAlarmCall::target)
                .containsExactly("desk@xa.example");
        var told = Arrays.stream(mail.getReceivedMessages())
                .filter(it -> subject(it).contains("nobody has taken over"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(text(told.getFirst()))
                .contains("UTC", "/desk/handover/" + waits)
                .doesNotContain("Ring Ferro", "notification.");
        db.sql("update desk.handover set taken_by = 'okell', taken_at = written_at where id = :id")
                .param("id", waits)
                .update();
        assertThat(planning.stillWaits("handover-" + waits)).isEmpty();
    }

    private long handedOver() {
        return db.sql("""
                insert into desk.handover (official, written_at, words, open, lines)
                values ('maren', :at, 'Ring Ferro', 0, '{"lines":[]}') returning id
                """)
                .param("at", CLOCK.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Test
    void fifty_that_stand_for_long_keep_no_new_one_from_being_told_and_are_written_down_once() {
        for (var emergency : List.of(true, false)) {
            IntStream.range(0, 50).forEach(_ -> asksUs(emergency));
            CLOCK.forward(Duration.ofMinutes(80));
            planning.plan();
            var newest = asksUs(emergency);
            CLOCK.forward(Duration.ofMinutes(emergency ? 4 : 64));

            planning.plan();

            assertThat(rows.of(newest.thread())).as("emergency " + emergency).isNotEmpty();
        }
        var written = lastWritten();
        planning.plan();
        assertThat(lastWritten()).as("nothing is tried twice").isEqualTo(written);
    }

    @Test
    void whom_the_node_told_arrives_on_open_pages() {
        var row = asksUs(true);
        after(row, 3);
        planning.plan();

        assertThat(impatient().sendOne(How.MAIL)).isTrue();

        verify(live).changed("alarm", row.thread());
    }

    @Test
    void a_mail_server_that_is_away_is_tried_for_as_long_as_the_emergency_stands() throws Exception {
        var row = asksUs(true);
        after(row, 3);
        mail.stop();
        try {
            for (int minute = 0; minute < 100; minute++) {
                inTime.mail();
                CLOCK.forward(Duration.ofMinutes(1));
            }
        } finally {
            mail = server();
        }
        var first = rows.of(row.thread()).getFirst();
        assertThat(first.attempts()).isGreaterThan(20);
        assertThat(first.status()).isEqualTo(Reminder.Status.WAITING);

        look();

        assertThat(addressees(row))
                .containsExactlyInAnyOrder("desk@xa.example", "second@xa.example", "director@xa.example");
    }

    @Test
    void an_alarm_that_failed_while_the_clock_was_ahead_is_told_once_it_is_right() throws Exception {
        var row = asksUs(true);
        CLOCK.set(Duration.ofDays(20));
        mail.stop();
        try {
            inTime.mail();
        } finally {
            mail = server();
            CLOCK.set(Duration.ofDays(-20));
        }
        assertThat(rows.of(row.thread())).extracting(KeptAlarmCall::error).contains("not-reached");

        after(row, 3);
        look();

        assertThat(addressees(row)).contains("desk@xa.example");
    }

    @Test
    void what_was_sent_while_the_clock_was_ahead_does_not_count_for_the_hour() throws Exception {
        var rung = asksUs(true);
        CLOCK.set(Duration.ofDays(20));
        try {
            look();
            assertThat(sentInAnHour()).isPositive();
        } finally {
            CLOCK.set(Duration.ofDays(-20));
        }

        assertThat(mails(rung)).isNotEmpty();
        assertThat(sentInAnHour()).isZero();
    }

    private int sentInAnHour() {
        var now = CLOCK.instant();
        return rows.sentBetween(How.MAIL, now.minus(Duration.ofHours(1)), now);
    }

    @Test
    void a_slow_gateway_holds_no_mail_up_and_is_tried_again() throws Exception {
        var row = asksUs(true);
        answer = 0;
        after(row, 8);
        planning.plan();
        var began = System.nanoTime();
        assertThat(impatient().sendOne(How.HOOK)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        assertThat(hook(row).error()).isEqualTo("hook-slow");
        inTime.mail();
        assertThat(addressees(row)).containsExactlyInAnyOrder("desk@xa.example", "second@xa.example");
        assertThat(page(url(row), "en")).contains("gateway did not answer in time");
        assertThat(health.lines().getFirst().word()).isEqualTo("trying");

        slow.countDown();
        answer = 202;
        CLOCK.forward(Duration.ofMinutes(2));
        inTime.hook();
        assertThat(hook(row).status()).isEqualTo(Reminder.Status.SENT);
        assertThat(called).as("the same id, so that it can tell").hasSize(2);
        assertThat(called.getFirst()).isEqualTo(called.getLast());
    }

    @Test
    void a_gateway_that_refuses_is_not_asked_again_and_the_administrator_reads_of_it() throws Exception {
        var row = asksUs(true);
        answer = 401;
        after(row, 8);
        look();
        CLOCK.forward(Duration.ofMinutes(5));
        look();

        assertThat(called).hasSize(1);
        assertThat(hook(row).status()).isEqualTo(Reminder.Status.FAILED);
        assertThat(page(url(row), "en")).contains("gateway refused it");
        assertThat(health.lines().getFirst().word()).isEqualTo("failed");
        seat = sit("administrator");
        assertThat(page("/admin/health", "en")).contains("Waking somebody");
    }

    @Test
    void a_gateway_that_moved_is_not_followed_and_is_tried_again_until_its_address_is_right() throws Exception {
        var row = asksUs(true);
        answer = 301;
        after(row, 8);
        look();
        assertThat(hook(row).error()).isEqualTo("hook-moved");
        assertThat(page(url(row), "en")).contains("gateway is at another address now");
        assertThat(health.lines().getFirst().word()).isEqualTo("trying");

        answer = 202;
        CLOCK.forward(Duration.ofMinutes(2));
        inTime.hook();
        assertThat(hook(row).status()).isEqualTo(Reminder.Status.SENT);
    }

    @Test
    void a_mail_server_that_is_away_is_tried_again_and_a_killed_node_sends_under_the_same_id() throws Exception {
        var row = asksUs(true);
        after(row, 3);
        mail.stop();
        try {
            look();
            assertThat(page(url(row), "en")).contains("mail server not reached");
        } finally {
            mail = server();
        }
        CLOCK.forward(Duration.ofMinutes(1));
        // Killed after it took the mail and before it was written down.
        var killed = rows.claim(How.MAIL, CLOCK.instant(), CLOCK.instant().plus(Duration.ofMinutes(5)))
                .orElseThrow();
        assertThat(sending.sendOne(How.MAIL)).as("while it is claimed").isFalse();

        CLOCK.forward(Duration.ofMinutes(6));
        inTime.mail();
        inTime.mail();

        var first = mails(row).stream()
                .filter(it -> addressee(it).equals("desk@xa.example"))
                .toList();
        assertThat(first).hasSize(1);
        assertThat(first.getFirst().getMessageID())
                .isEqualTo("<alarm-%d.%s@xa.example>".formatted(killed.id(), row.thread()));
    }

    @Test
    void of_a_closed_request_it_says_only_that_one_waits() throws Exception {
        var row = asksUs(true);
        db.sql("insert into cooperation.compartment (thread, closed_at) values (:thread, now())")
                .param("thread", row.thread())
                .update();
        after(row, 8);
        look();

        assertThat(mails(row)).isEmpty();
        assertThat(Arrays.stream(mail.getReceivedMessages()).map(NodeWithMail::subject))
                .anyMatch(it -> it.contains("Emergency"));
        assertThat(called).singleElement().asString().contains("\"reference\":\"\"", "/desk\"");
    }

    private long lastWritten() {
        return db.sql("select last_value from notification.alarm_call_id_seq")
                .query(Long.class)
                .single();
    }

    private void look() {
        inTime.mail();
        inTime.hook();
    }

    /** Waits two seconds for a gateway, where the node of these tests waits a minute: a slow machine is no slow gateway. */
    private SendingAlarmCalls impatient() {
        var hasty = new AlarmSettings(
                settings.steps(),
                null,
                settings.handoverAfter(),
                settings.mostAnHour(),
                settings.hookKey(),
                Duration.ofSeconds(2));
        var hook = new AlarmHook(hasty, "https://node.xa.example", true);
        return new SendingAlarmCalls(
                rows,
                planning,
                writing,
                post,
                hook,
                settings,
                mailSettings,
                compartments,
                ledger,
                transaction,
                CLOCK,
                live);
    }

    private static void after(RequestRow row, int minutes) {
        var wanted = row.turnSince().plus(Duration.ofMinutes(minutes)).plusSeconds(1);
        CLOCK.forward(Duration.between(CLOCK.instant(), wanted));
    }

    private KeptAlarmCall hook(RequestRow row) {
        return rows.of(row.thread()).stream()
                .filter(it -> it.how() == How.HOOK)
                .findFirst()
                .orElseThrow();
    }

    private RequestRow asksUs(boolean emergency) {
        var body = new HashMap<>(Officers.ordinary());
        body.put("emergency", emergency);
        body.put("emergencyReason", emergency ? "a child is missing" : "");
        var today = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
        var reference = correspondence.recordRequest(
                "preservation/1", "XD-1", body, new Arrived(Channel.PHONE, today, "", "", null), maren());
        return requests.find(reference).orElseThrow();
    }

    /** They open it, and it is for us to say that it came. */
    private RequestRow tellsUs() {
        var today = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
        var reference = correspondence.recordRequest(
                "spontaneous/1",
                "XD-1",
                Map.of(
                        "instrument", "uncc",
                        "matter", "A planned attack",
                        "about", "danger",
                        "how", "given",
                        "information", "They meet on Friday.",
                        "limits", "none",
                        "emergency", true,
                        "emergencyReason", "a school is threatened"),
                new Arrived(Channel.PHONE, today, "", "", null),
                maren());
        return requests.find(reference).orElseThrow();
    }

    private void acknowledge(RequestRow row) {
        var draft = drafts.start(
                row.procedure(),
                "acknowledge",
                row.ourRole(),
                row.counterpart(),
                row.thread(),
                Map.of("text", "Received."),
                maren());
        drafts.submit(draft.id(), draft.version(), maren());
        drafts.approve(draft.id(), new Proof.Practice(), null, maren());
    }

    private Official maren() {
        return officials.find("maren").orElseThrow();
    }

    private static List<MimeMessage> mails(RequestRow row) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(it -> subject(it).contains(row.reference()))
                .toList();
    }

    private static List<String> addressees(RequestRow row) {
        return mails(row).stream().map(NodeWithMail::addressee).toList();
    }

    private static String url(RequestRow row) {
        return "/requests/" + row.reference();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
