package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.comity.directory.Directory;
import org.comity.forum.DigestOfRooms;
import org.comity.ledger.Ledger;
import org.comity.ui.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** What is new in the rooms, in real mails: as chosen, as labelled, once, and stopped with one press. */
class DigestsTest extends NodeWithMail {

    private static final String TO = "m.digest@xa.example";

    @Autowired
    DigestsInTime digests;

    @Autowired
    SendingDigests sending;

    @Autowired
    DigestRows rows;

    @Autowired
    ChoosingDigest choosing;

    @Autowired
    DigestOfRooms rooms;

    @Autowired
    WritingDigest writing;

    @Autowired
    MailSettings settings;

    @Autowired
    DigestSettings digestSettings;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient db;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nobody_wants_one_yet() throws Exception {
        db.sql("delete from notification.digest").update();
        seat = sit("duty-officer");
        mail.purgeEmailFromAllMailboxes();
    }

    @Test
    void a_mail_holds_what_its_label_lets_into_a_mail_in_the_readers_language() throws Exception {
        var green = room("green");
        var amber = room("amber");
        location(chosen("weekly", "ar"));
        said(green, "green", "24(2)", "Thirty days with us.");
        said(green, "clear", "", "Everybody may know this.");
        said(amber, "amber", "", "Among ourselves.");

        CLOCK.forward(Duration.ofDays(8));
        digests.look();
        digests.look();

        var one = only();
        assertThat(subject(one)).contains("الجديد في الغرف: مساهمتان");
        assertThat(one.getHeader("Content-Language")).containsExactly("ar");
        assertThat(one.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(one))
                .contains("TLP:GREEN", "Thirty days with us.", "TLP:CLEAR", "Everybody may know this.")
                .contains("https://node.xa.example/rooms/posts/", "https://node.xa.example/me/digest")
                .doesNotContain("Among ourselves", "TLP:AMBER");
        assertThat(html(one))
                .contains(
                        "<html lang=\"ar\" dir=\"rtl\">",
                        "Thirty days with us.",
                        "https://node.xa.example/rooms/posts/")
                .doesNotContain("Among ourselves", "TLP:AMBER", "<img", "style", "<script");
        assertThat(ledger.lines(ChoosingDigest.SUBJECT, null, 3))
                .extracting(Ledger.Line::what)
                .contains("digest.sent");

        CLOCK.forward(Duration.ofDays(8));
        digests.look();
        assertThat(mails()).as("nothing is new, nothing is sent").hasSize(1);
    }

    /** While the clock was ahead, it was planned for a day long after, and all until then counted as told. */
    @Test
    void a_clock_that_went_back_leaves_no_digest_waiting_for_a_far_day() throws Exception {
        var room = room("green");
        location(chosen("daily", "en"));
        CLOCK.set(Duration.ofDays(90));
        try {
            digests.look();
        } finally {
            CLOCK.set(Duration.ofDays(-90));
        }
        digests.look();
        CLOCK.forward(Duration.ofHours(1));
        said(room, "green", "", "Said since.");
        CLOCK.forward(Duration.ofHours(26));
        digests.look();

        assertThat(text(only())).contains("Said since.");
    }

    @Test
    void words_are_written_by_the_labels_as_they_are_when_the_mail_leaves() throws Exception {
        var room = room("green");
        location(chosen("daily", "en"));
        said(room, "green", "", "Stays green.");
        var taken = said(room, "green", "", "Made narrower.");

        CLOCK.forward(Duration.ofDays(2));
        assertThat(sending.planSome()).isFalse();
        location(post(taken + "/label").param("label", "amber"));
        digests.look();

        assertThat(text(only())).contains("Stays green.").doesNotContain("Made narrower");
    }

    @Test
    void rooms_and_articles_that_were_not_chosen_are_not_told() throws Exception {
        var wanted = room("green");
        var other = room("green");
        location(chosen("daily", "en").param("rooms", wanted).param("articles", "53, 24"));
        said(wanted, "green", "", "In the chosen room.");
        said(other, "green", "24(2)(c)", "On the chosen article.");
        said(other, "green", "25", "On another article.");

        CLOCK.forward(Duration.ofDays(2));
        digests.look();

        assertThat(text(only()))
                .contains("In the chosen room.", "On the chosen article.")
                .doesNotContain("On another article.");
    }

    @Test
    void one_press_stops_it_without_a_sign_in_and_looking_at_the_link_does_not() throws Exception {
        var room = room("green");
        location(chosen("daily", "en"));
        said(room, "green", "", "Before.");
        CLOCK.forward(Duration.ofDays(2));
        digests.look();
        var link = only().getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
        assertThat(only().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(text(only())).contains(link);
        var path = link.substring("https://node.xa.example".length());

        var asked =
                web.perform(get(path)).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(asked.getContentAsString()).contains("Stop these mails").doesNotContain(TO);
        assertThat(asked.getCookies()).isEmpty();
        assertThat(rows.find("maren")).isPresent();
        web.perform(post(path.substring(0, path.length() - 1) + (path.endsWith("0") ? "1" : "0")))
                .andExpect(status().isOk());
        assertThat(rows.find("maren")).as("another link stops nothing").isPresent();

        for (int twice = 0; twice < 2; twice++) {
            web.perform(post(path).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
        }

        assertThat(rows.find("maren")).isEmpty();
        said(room, "green", "", "After.");
        CLOCK.forward(Duration.ofDays(2));
        digests.look();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void many_senders_and_one_that_died_send_each_mail_once() throws Exception {
        var room = room("green");
        location(chosen("daily", "en"));
        said(room, "green", "", "Once.");
        CLOCK.forward(Duration.ofDays(2));
        sending.planSome();
        var dead = rows.claim(CLOCK.instant(), CLOCK.instant().plus(Duration.ofMinutes(5)));
        assertThat(dead).isPresent();

        together();
        assertThat(mails()).as("who claimed it may still be sending").isEmpty();
        CLOCK.forward(Duration.ofMinutes(6));
        together();

        assertThat(mails()).hasSize(1);
    }

    @Test
    void a_sender_that_died_after_the_server_took_it_sends_the_same_mail_under_the_same_name() throws Exception {
        var room = room("green");
        location(chosen("daily", "en"));
        said(room, "green", "", "Taken already.");
        CLOCK.forward(Duration.ofDays(2));
        digests.look();
        db.sql("update notification.digest_mail set status = 'WAITING', settled_at = null, claimed_until = :until")
                .param("until", CLOCK.instant().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .update();

        digests.look();

        assertThat(mails()).hasSize(2);
        assertThat(mails().getFirst().getMessageID())
                .isEqualTo(mails().getLast().getMessageID());
    }

    @Test
    void what_could_not_be_sent_is_told_with_the_next_one() throws Exception {
        var room = room("green");
        location(chosen("daily", "en"));
        said(room, "green", "", "While the server was away.");
        CLOCK.forward(Duration.ofDays(2));
        mail.stop();
        try {
            digests.look();
        } finally {
            mail = server();
        }
        said(room, "green", "", "The day after.");
        CLOCK.forward(Duration.ofDays(2));
        digests.look();

        assertThat(text(only())).contains("While the server was away.", "The day after.");
    }

    @Test
    void what_an_address_did_not_get_is_told_once_there_is_another() throws Exception {
        var room = room("green");
        location(chosen("daily", "en"));
        said(room, "green", "", "Refused today.");
        CLOCK.forward(Duration.ofDays(2));
        var refusing = mock(MailPost.class);
        doThrow(new MailPost.NotSent("address-refused", true, new IllegalStateException()))
                .when(refusing)
                .send(any());
        sending.planSome();
        assertThat(with(refusing).sendOne()).isTrue();
        assertThat(mails()).isEmpty();

        said(room, "green", "", "Said tomorrow.");
        CLOCK.forward(Duration.ofDays(2));
        digests.look();

        assertThat(text(only())).contains("Refused today.", "Said tomorrow.");
    }

    @Test
    void one_that_cannot_be_written_keeps_nobody_elses_back() throws Exception {
        var room = room("green");
        location(chosen("daily", "en"));
        said(room, "green", "", "For two.");
        CLOCK.forward(Duration.ofDays(2));
        sending.planSome();
        var broken = mock(MailPost.class);
        doThrow(new IllegalStateException("no template")).when(broken).send(any());

        assertThat(with(broken).sendOne()).as("others are sent").isTrue();
        assertThat(with(broken).sendOne()).as("this one waits for a while").isFalse();
        CLOCK.forward(Duration.ofDays(1));
        digests.look();
        assertThat(text(only())).contains("For two.");
    }

    @Test
    void an_earlier_mail_still_stops_it_after_another_choice_and_not_after_another_address() throws Exception {
        location(chosen("daily", "en"));
        var first = rows.find("maren").orElseThrow();

        location(chosen("weekly", "en"));
        var second = rows.find("maren").orElseThrow();
        assertThat(second.often()).isEqualTo(KeptDigest.Often.WEEKLY);
        assertThat(second.stop()).isEqualTo(first.stop());

        location(chosen("weekly", "en", "m.second@xa.example"));
        assertThat(rows.stoppedBy(first.stop())).isEmpty();
    }

    @Test
    void who_has_left_gets_nothing_and_is_forgotten() throws Exception {
        var room = room("green");
        location(chosen("daily", "en"));
        said(room, "green", "", "For those who are here.");
        CLOCK.forward(Duration.ofDays(2));
        db.sql("update identity.person set active = false where id = 'maren'").update();
        try {
            digests.look();
        } finally {
            db.sql("update identity.person set active = true where id = 'maren'")
                    .update();
        }

        assertThat(mails()).isEmpty();
        assertThat(rows.find("maren")).isEmpty();
    }

    @Test
    void a_wrong_choice_is_said_at_its_field_and_what_was_typed_stays() throws Exception {
        for (var address :
                List.of("m@elsewhere.example", "m@xa.example.evil.example", "a@b\r\nBcc: x@xa.example", "x")) {
            assertThat(wrong(chosen("daily", "en", address))).as(address).contains("f-address-problem");
        }
        assertThat(wrong(chosen("hourly", "en").param("articles", "24, all")))
                .contains("f-often-problem", "f-articles-problem", "value=\"24, all\"", TO);
        assertThat(wrong(chosen("daily", "en").param("rooms", "no-such-room"))).contains("f-rooms-problem");
        assertThat(wrong(chosen("daily", "tlh"))).contains("f-language-problem");
        assertThat(rows.find("maren")).isEmpty();

        location(chosen("daily", "en"));
        assertThat(page("/me/digest", "en")).contains(TO, "The next one is due");
        location(chosen("off", "en"));
        assertThat(rows.find("maren")).isEmpty();
        assertThat(page("/me/digest", "ar")).contains("الغرف بالبريد").doesNotContain(TO);
    }

    @Test
    void who_has_no_digest_is_not_told_that_an_address_was_deleted() throws Exception {
        var off = chosen("off", "en").cookie(seat).with(csrf());
        web.perform(off).andExpect(flash().attribute("flash", Flash.done("digest.none")));
        location(chosen("daily", "en"));
        web.perform(off).andExpect(flash().attribute("flash", Flash.done("digest.stopped")));
    }

    private void together() throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 4)
                    .mapToObj(n -> senders.submit(() -> {
                        while (sending.sendOne()) {
                            // Until nothing is left.
                        }
                    }))
                    .toList();
            for (var each : all) each.get();
        }
    }

    private String wrong(AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        return web.perform(form.cookie(seat).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static AbstractMockHttpServletRequestBuilder<?> chosen(String often, String language) {
        return chosen(often, language, TO);
    }

    private static AbstractMockHttpServletRequestBuilder<?> chosen(String often, String language, String address) {
        return post("/me/digest")
                .param("often", often)
                .param("language", language)
                .param("address", address);
    }

    private String room(String label) throws Exception {
        var id = "d" + UUID.randomUUID().toString().substring(0, 8);
        var form = post("/rooms/held")
                .param("id", id)
                .param("title", "A room")
                .param("language", "en")
                .param("terms", "For a test.")
                .param("label", label);
        if (label.equals("green")) form.param("everybody", "yes");
        var held = location(form);
        seat = sit("second-officer");
        location(post(held + "/open"));
        seat = sit("duty-officer");
        if (!label.equals("green")) {
            location(post(held + "/members").param("participant", "XA-1").param("role", "member"));
        }
        return id;
    }

    /** The path of the contribution; a CLEAR one stands in a room of its own. */
    private String said(String room, String label, String articles, String text) throws Exception {
        var in = label.equals("clear") ? room("clear") : room;
        var topic = location(post("/rooms/" + in + "/new")
                .param("kind", "question")
                .param("title", "A title")
                .param("articles", articles)
                .param("language", "en")
                .param("label", label)
                .param("text", text));
        var number = Long.parseLong(topic.substring(topic.lastIndexOf('/') + 1));
        return "/rooms/posts/"
                + db.sql("select min(id) from forum.post where topic = :topic")
                        .param("topic", number)
                        .query(Long.class)
                        .single();
    }

    private SendingDigests with(MailPost post) {
        return new SendingDigests(
                rows, choosing, rooms, writing, post, settings, digestSettings, directory, ledger, transaction, CLOCK);
    }

    private static MimeMessage only() {
        assertThat(mails()).hasSize(1);
        return mails().getFirst();
    }

    private static List<MimeMessage> mails() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(it -> addressee(it).equals(TO))
                .toList();
    }

    private static String html(MimeMessage message) throws Exception {
        var related =
                (Multipart) ((Multipart) message.getContent()).getBodyPart(0).getContent();
        var alternative = (Multipart) related.getBodyPart(0).getContent();
        assertThat(alternative.getBodyPart(1).getContentType()).contains("text/html");
        return (String) alternative.getBodyPart(1).getContent();
    }
}
