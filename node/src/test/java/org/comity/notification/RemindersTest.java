package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** Real mails to a real SMTP server, of a node whose clock the test puts forward. */
class RemindersTest extends NodeWithMail {

    @Autowired
    Requests requests;

    @Autowired
    RemindingInTime reminding;

    @Autowired
    PlanningReminders planning;

    @Autowired
    SendingReminders sending;

    @Autowired
    PeriodRows periods;

    @Autowired
    JdbcClient db;

    @Autowired
    Ledger ledger;

    @BeforeEach
    void sits_down_with_an_empty_mailbox() throws Exception {
        // At noon: what is asked of a day and what is promised for one fall on the same.
        var now = CLOCK.instant().atOffset(ZoneOffset.UTC);
        var noon = now.truncatedTo(ChronoUnit.DAYS).plusHours(12);
        CLOCK.forward(Duration.between(now, noon.isBefore(now) ? noon.plusDays(1) : noon));
        seat = sit("duty-officer");
        reminding.look();
        mail.purgeEmailFromAllMailboxes();
    }

    @Test
    void each_step_goes_once_to_contact_point_central_authority_and_prosecutor_in_their_language() throws Exception {
        var row = kept(24, "payment logs of a wallet");
        location(post(url(row) + "/reminders/prosecutor")
                .param("mail", "p.ruan@xa.example")
                .param("language", "ar"));
        reminding.look();
        assertThat(mails(row)).isEmpty();

        forwardTo(row, 20);
        reminding.look();
        reminding.look();

        assertThat(addressees(row))
                .containsExactlyInAnyOrder("contact@xa.example", "authority@xa.example", "p.ruan@xa.example");
        var english = to(row, "contact@xa.example");
        assertThat(english.getSubject()).isEqualTo("[Practice network] " + row.reference() + ": 20 days left");
        assertThat(text(english))
                .contains(
                        row.reference(),
                        "23:59 UTC",
                        "UTC+02:00",
                        "https://node.xa.example/requests/" + row.reference())
                .doesNotContain("payment", "wallet", "MJ/", "N-");
        assertThat(english.getHeader("Content-Language")).containsExactly("en");
        assertThat(english.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(to(row, "authority@xa.example"))).contains("تنتهي مدة الطلب", "20 يوماً", row.reference());
        assertThat(to(row, "p.ruan@xa.example").getSubject()).contains("بقي 20 يوماً");
        var event = event(attached(english));
        assertThat(event.getSequence().getSequenceNo()).isZero();
        assertThat(event.getUid().orElseThrow().getValue()).startsWith(row.thread());
        assertThat(start(event)).isEqualTo(row.until());
        assertThat(attached(english)).contains("METHOD:PUBLISH").doesNotContain("payment", "wallet");
        assertThat(ledger.lines(row.thread(), null, 9))
                .extracting(Ledger.Line::what)
                .filteredOn("reminder.sent"::equals)
                .hasSize(3);

        forwardTo(row, 14);
        reminding.look();
        assertThat(mails(row)).hasSize(6);
        // The node was off on the tenth day before: what is sent late is the step in which we are, and only that.
        forwardTo(row, 2);
        reminding.look();
        reminding.look();
        assertThat(mails(row)).hasSize(9);
        assertThat(mails(row).getLast().getSubject()).containsAnyOf("2 days left", "بقي يومان");
        forwardTo(row, -1);
        reminding.look();
        assertThat(mails(row)).hasSize(9);
    }

    /** While the clock was ahead, the period seemed over, or near its end: no step was to come, or a late one alone. */
    @Test
    void a_clock_that_went_back_leaves_no_period_without_the_steps_that_are_still_to_come() throws Exception {
        var over = kept(60, "seemed over");
        var near = kept(60, "seemed near");
        var set = CLOCK.instant();
        CLOCK.set(Duration.ofDays(61));
        try {
            reminding.look();
        } finally {
            CLOCK.set(Duration.ofDays(-61));
        }
        db.sql("update notification.period set next_at = until - interval '3 days' where thread = :thread")
                .param("thread", near.thread())
                .update();
        assertThat(CLOCK.instant()).isBefore(set.plus(Duration.ofDays(1)));
        reminding.look();
        assertThat(mails(over)).isEmpty();

        forwardTo(over, 20);
        reminding.look();
        assertThat(mails(over)).hasSize(2);
        assertThat(mails(near)).hasSize(2);
    }

    @Test
    void an_end_that_moves_is_told_to_those_who_know_the_old_one_and_begins_again() throws Exception {
        var row = kept(12, "moved");
        reminding.look();
        assertThat(mails(row)).hasSize(2);

        var end = CLOCK.instant()
                .plus(Duration.ofDays(100))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        record(row, "extend", end);
        var moved = requests.find(row.reference()).orElseThrow();
        assertThat(moved.until()).isAfter(row.until());
        reminding.look();
        reminding.look();

        assertThat(mails(row)).hasSize(4);
        var told = mails(row).getLast();
        assertThat(told.getSubject()).containsAnyOf("the end has moved", "تغيّر موعد النهاية");
        assertThat(event(attached(told)).getSequence().getSequenceNo()).isEqualTo(1);
        assertThat(start(event(attached(told)))).isEqualTo(moved.until());
        assertThat(event(attached(told)).getUid())
                .isEqualTo(event(attached(mails(row).getFirst())).getUid());

        forwardTo(moved, 20);
        reminding.look();
        assertThat(mails(row)).hasSize(6);
    }

    @Test
    void what_ends_is_cancelled_in_the_calendars_and_no_more_is_sent() throws Exception {
        var row = kept(9, "ended", "asked-by-them");
        reminding.look();
        assertThat(mails(row)).hasSize(2);

        record(row, "withdraw", null);
        reminding.look();

        assertThat(mails(row)).hasSize(4);
        var cancelled = event(attached(mails(row).getLast()));
        assertThat(cancelled.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.getSequence().getSequenceNo()).isEqualTo(1);
        forwardTo(row, 2);
        reminding.look();
        assertThat(mails(row)).hasSize(4);
        assertThat(page(url(row), "en")).contains("Nothing ends here any more");
    }

    @Test
    void an_order_that_ends_before_what_we_promised_is_told_on_page_and_desk_and_once_by_mail() throws Exception {
        var row = kept(60, "order", "asked-by-them");
        ordered(row, 61);
        assertThat(page(url(row), "en")).doesNotContain("Our order ends too early");

        ordered(row, 5);

        assertThat(page(url(row), "en")).contains("Our order ends too early", "5/27</bdi> ends on");
        assertThat(page(url(row), "ar")).contains("أمرنا ينتهي قبل الأوان");
        assertThat(page("/desk", "en"))
                .containsPattern("domestic orders? ends? before what we promised")
                .contains("/orders/ending");
        assertThat(page("/orders/ending", "en")).contains(row.reference());
        reminding.look();
        reminding.look();
        assertThat(addressees(row)).containsExactlyInAnyOrder("contact@xa.example", "authority@xa.example");
        assertThat(subject(to(row, "contact@xa.example"))).contains("the domestic order ends on");
        assertThat(page(url(row), "en")).contains("Our domestic order ends before what we promised");

        CLOCK.forward(Duration.ofDays(6));
        assertThat(page(url(row), "en")).contains("5/27</bdi> ended on");
        ordered(row, 55);
        assertThat(page(url(row), "en")).doesNotContain("Our order ends too early");
        assertThat(page("/orders/ending", "en")).doesNotContain(row.reference());
        reminding.look();
        assertThat(mails(row)).hasSize(2);
    }

    @Test
    void an_order_that_ends_too_early_rises_at_a_week_and_at_three_days_and_shows_the_ways_out() throws Exception {
        var row = kept(80, "rises", "asked-by-them");
        ordered(row, 13);
        reminding.look();
        assertThat(mails(row)).hasSize(2);
        assertThat(page(url(row), "en"))
                .contains("What you can do", "Ask for the order to be renewed", "68 days without an order.")
                .contains(
                        "Write to them that we can keep the data until", "as matters stand, we can keep the data until")
                .contains("Tell the other State that the data are at risk", url(row) + "/warn", "42(7)")
                .doesNotContain("13 days left");

        CLOCK.forward(Duration.ofDays(6));
        reminding.look();
        reminding.look();
        assertThat(mails(row)).as("seven days before").hasSize(4);
        assertThat(page(url(row), "en")).contains("7 days left");
        assertThat(page("/orders/ending", "en")).contains("7 days left");

        CLOCK.forward(Duration.ofDays(5));
        reminding.look();
        reminding.look();
        assertThat(mails(row))
                .as("at three days: what is sent late is the step in which we are")
                .hasSize(6);
        assertThat(page(url(row), "ar")).contains("بقي يومان", "ما يمكنكم فعله");

        location(post(url(row) + "/pass-on"));
        assertThat(page(url(row), "en")).doesNotContain("Ask for the order to be renewed");
        seat = sit("magistrate");
        var keepUntil = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).plusDays(75);
        location(post("/orders/" + row.address())
                .param("then", "grant")
                .param("number", "75/27")
                .param("data", "login records")
                .param("keepUntil", keepUntil.toString()));
        seat = sit("duty-officer");
        assertThat(page(url(row), "en")).doesNotContain("Our order ends too early");
        CLOCK.forward(Duration.ofDays(1));
        reminding.look();
        assertThat(mails(row)).hasSize(6);
    }

    /** Once there were no nearer steps: after an upgrade, all that were over would be told anew. */
    @Test
    void whoever_was_told_of_an_orders_last_day_is_not_told_again_that_it_has_passed() throws Exception {
        var row = kept(80, "passed", "asked-by-them");
        ordered(row, 13);
        reminding.look();
        assertThat(mails(row)).hasSize(2);

        CLOCK.forward(Duration.ofDays(15));
        reminding.look();
        assertThat(mails(row)).hasSize(2);

        var untold = kept(80, "untold", "asked-by-them");
        ordered(untold, 13);
        CLOCK.forward(Duration.ofDays(15));
        reminding.look();
        assertThat(mails(untold)).as("nobody was told before").hasSize(2);
    }

    @Test
    void an_officer_makes_one_quiet_and_lets_it_speak_again() throws Exception {
        var row = kept(11, "quiet");
        location(post(url(row) + "/reminders/quiet").param("quiet", "true"));
        reminding.look();
        assertThat(mails(row)).isEmpty();
        assertThat(page(url(row), "en")).contains("No more mails about this end", "Send reminders again");

        location(post(url(row) + "/reminders/quiet").param("quiet", "false"));
        reminding.look();
        assertThat(mails(row)).hasSize(2);

        var before = mails(row).size();
        seat = sit("oversight");
        web.perform(post(url(row) + "/reminders/quiet").cookie(seat).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(periods.find(row.thread()).orElseThrow().quietAt()).isNull();
        assertThat(mails(row)).hasSize(before);
    }

    @Test
    void many_senders_at_once_and_a_sender_that_died_send_each_mail_once() throws Exception {
        var rows = IntStream.range(0, 4).mapToObj(n -> kept(13, "many" + n)).toList();
        while (planning.planSome()) {
            // Some more.
        }
        // One process had claimed a mail and was killed before it reached the server.
        var dead = db.sql("select min(id) from notification.reminder where status = 'WAITING'")
                .query(Long.class)
                .single();
        db.sql("update notification.reminder set claimed_until = :until, attempts = 1 where id = :id")
                .param("until", CLOCK.instant().plus(Duration.ofMinutes(5)).atOffset(ZoneOffset.UTC))
                .param("id", dead)
                .update();

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 6)
                    .mapToObj(n -> senders.submit(() -> {
                        while (sending.sendOne()) {
                            // Until nothing is left.
                        }
                    }))
                    .toList();
            for (var each : all) each.get();
        }
        assertThat(rows.stream().mapToInt(it -> mails(it).size()).sum()).isEqualTo(7);
        CLOCK.forward(Duration.ofMinutes(6));
        reminding.look();
        reminding.look();

        assertThat(rows)
                .allSatisfy(row -> assertThat(addressees(row))
                        .containsExactlyInAnyOrder("contact@xa.example", "authority@xa.example"));
    }

    @Test
    void a_server_that_is_away_is_tried_again_later_and_nothing_is_lost() throws Exception {
        var row = kept(8, "away");
        mail.stop();
        try {
            reminding.look();
            assertThat(page(url(row), "en")).contains("mail server not reached");
        } finally {
            mail = server();
        }
        reminding.look();
        assertThat(mails(row)).hasSize(1);

        CLOCK.forward(Duration.ofMinutes(2));
        reminding.look();
        assertThat(addressees(row)).containsExactlyInAnyOrder("contact@xa.example", "authority@xa.example");
    }

    /** Health would say for ever that mails wait for the server. */
    @Test
    void what_is_not_sent_any_more_waits_for_no_server() throws Exception {
        var over = kept(8, "over before it came back");
        var quiet = kept(8, "made quiet");
        while (planning.planSome()) {
            // Some more.
        }
        // As if the server had been away.
        db.sql("""
                update notification.reminder set last_error = 'not-reached', attempts = 1, next_attempt = :later
                 where status = 'WAITING' and thread in (:threads)
                """)
                .param("later", CLOCK.instant().plus(Duration.ofMinutes(4)).atOffset(ZoneOffset.UTC))
                .param("threads", List.of(over.thread(), quiet.thread()))
                .update();
        assertThat(trying(over)).isPositive();
        assertThat(trying(quiet)).isPositive();

        location(post(url(quiet) + "/reminders/quiet").param("quiet", "true"));
        reminding.look();
        assertThat(trying(quiet)).isZero();
        location(post(url(quiet) + "/reminders/quiet").param("quiet", "false"));

        CLOCK.forward(Duration.ofMinutes(5));
        db.sql("update notification.period set until = :past where thread = :thread")
                .param("past", CLOCK.instant().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("thread", over.thread())
                .update();
        reminding.look();

        assertThat(trying(over)).isZero();
        assertThat(mails(over)).isEmpty();
        assertThat(addressees(quiet)).containsExactlyInAnyOrder("contact@xa.example", "authority@xa.example");
    }

    /** As Health counts them. */
    private int trying(RequestRow row) {
        return db.sql("""
                select count(*) from notification.reminder
                 where thread = :thread and status = 'WAITING' and last_error is not null
                """).param("thread", row.thread()).query(Integer.class).single();
    }

    @Test
    void the_page_shows_the_reminders_in_both_languages_and_takes_no_wrong_address() throws Exception {
        var row = kept(22, "page");

        assertThat(page(url(row), "en")).contains("Reminders", "Next reminder:", "Central authority", "/period.ics");
        assertThat(page(url(row), "ar")).contains("التذكيرات", "التذكير التالي:", "السلطة المركزية");
        for (var wrong : List.of("nobody", "a@b\r\nBcc: x@y.example", "a@xa.example,b@xa.example", "<script>@x")) {
            web.perform(post(url(row) + "/reminders/prosecutor")
                            .param("mail", wrong)
                            .cookie(seat)
                            .with(csrf()))
                    .andExpect(status().isConflict());
        }
        location(post(url(row) + "/reminders/prosecutor")
                .param("mail", "p.ruan@xa.example")
                .param("language", "ar"));
        assertThat(page(url(row), "en")).contains("p.ruan@xa.example", "Prosecutor");
        location(post(url(row) + "/reminders/prosecutor").param("mail", ""));
        assertThat(page(url(row), "en")).doesNotContain("value=\"p.ruan@xa.example\"");
    }

    @Test
    void who_orders_or_keeps_evidence_neither_names_nor_silences_the_prosecutor() throws Exception {
        var row = kept(23, "prosecutor");
        location(post(url(row) + "/reminders/prosecutor").param("mail", "p.ruan@xa.example"));

        for (var duty : List.of("magistrate", "custodian")) {
            seat = sit(duty);
            for (var mail : List.of("", "other@elsewhere.example")) {
                web.perform(post(url(row) + "/reminders/prosecutor")
                                .param("mail", mail)
                                .cookie(seat)
                                .with(csrf()))
                        .andExpect(status().isForbidden());
                web.perform(post(url(row) + "/file")
                                .param("kind", "PROSECUTOR")
                                .param("text", "English")
                                .param("number", mail)
                                .cookie(seat)
                                .with(csrf()))
                        .andExpect(status().isForbidden());
            }
        }
        seat = sit("duty-officer");
        assertThat(page(url(row), "en")).contains("value=\"p.ruan@xa.example\"");
    }

    @Test
    void the_calendar_is_behind_the_sign_in_and_holds_ones_own_open_periods() throws Exception {
        var mine = kept(30, "mine");
        var other = kept(31, "not mine");
        location(post(url(mine) + "/owner").param("owner", "me"));

        assertThat(event(page(url(other) + "/period.ics", "ar")).getSummary().getValue())
                .isEqualTo(other.reference() + ": تنتهي المدة");
        assertThat(page("/calendar.ics", "en")).contains(mine.reference()).doesNotContain(other.reference());
        web.perform(get("/calendar.ics")).andExpect(status().is3xxRedirection());
        web.perform(get("/requests/XA-2026-999999/period.ics").cookie(seat)).andExpect(status().isNotFound());
        seat = sit("administrator");
        web.perform(get("/calendar.ics").cookie(seat)).andExpect(status().isForbidden());
    }

    /** A request to a State without a node, preserved until the end of the day so many days ahead. */
    private RequestRow kept(int days, String about) {
        return kept(days, about, "asked-by-us");
    }

    private RequestRow kept(int days, String about, String direction) {
        try {
            var today = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
            var number = "N-" + UUID.randomUUID().toString().substring(0, 8);
            var csv =
                    "state,direction,channel,day,number,their_case,summary,status,status_day,until\nXD,%s,bag,%s,%s,MJ/1,%s,preserved,%s,%s\n"
                            .formatted(
                                    direction,
                                    today.minusDays(60),
                                    number,
                                    about + " " + number,
                                    today.minusDays(60),
                                    today.plusDays(days));
            var sheet = location(multipart("/paper/import")
                    .file(new MockMultipartFile("file", csv.getBytes(StandardCharsets.UTF_8))));
            location(post(sheet));
            var filter = new Requests.Filter(null, null, List.of(), null, null, null, number, CLOCK.instant());
            return requests.list(filter, null, 1).rows().getFirst();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A magistrate's order that lasts so many days more. */
    private void ordered(RequestRow row, int days) throws Exception {
        var officer = seat;
        location(post(url(row) + "/pass-on"));
        seat = sit("magistrate");
        var today = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
        location(post("/orders/" + row.address())
                .param("then", "grant")
                .param("number", days + "/27")
                .param("data", "login records")
                .param("keepUntil", today.plusDays(days).toString()));
        seat = officer;
    }

    private void record(RequestRow row, String type, LocalDate until) throws Exception {
        var form = multipart(url(row) + "/record-act")
                .param("type", type)
                .param("once", UUID.randomUUID().toString())
                .param("cameBy", "mail")
                .param(
                        "cameDay",
                        LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).toString())
                .param("letterReference", "MJ/2")
                .param("checked", "yes")
                .param("text", "as agreed");
        if (until != null) {
            form.param("until.date", until.toString())
                    .param("until.time", "23:59")
                    .param("until.zone", "UTC");
        }
        location(form);
    }

    private static void forwardTo(RequestRow row, int days) {
        var wanted = row.until().minus(Duration.ofDays(days)).plusSeconds(1);
        if (wanted.isAfter(CLOCK.instant())) {
            CLOCK.forward(Duration.between(CLOCK.instant(), wanted));
        }
    }

    private static List<MimeMessage> mails(RequestRow row) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(it -> subject(it).contains(row.reference()))
                .toList();
    }

    private static List<String> addressees(RequestRow row) {
        return mails(row).stream().map(RemindersTest::addressee).toList();
    }

    private static MimeMessage to(RequestRow row, String address) {
        return mails(row).stream()
                .filter(it -> addressee(it).equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static String attached(MimeMessage message) throws Exception {
        var part = ((Multipart) message.getContent()).getBodyPart(1);
        assertThat(part.getContentType()).contains("text/calendar").contains("PUBLISH");
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static VEvent event(String calendar) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(calendar))
                .<VEvent>getComponents(Component.VEVENT)
                .getFirst();
    }

    private static Instant start(VEvent event) {
        return Instant.from(event.getDateTimeStart().getDate());
    }

    private static String url(RequestRow row) {
        return "/requests/" + row.reference();
    }
}
