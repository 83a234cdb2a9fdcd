package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails that a server delivered into a Maildir: what stands in a room is what its author was shown, and said yes to. */
class AnsweringByMailTest extends NodeWithMail {

    private static final String ME = "m.digest@xa.example";
    private static final Pattern ADDRESS = Pattern.compile("rooms\\+[0-9a-f]{48}@xa\\.example");

    @Autowired
    DigestsInTime digests;

    @Autowired
    RepliesInTime replies;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void a_digest_is_wanted() throws Exception {
        db.sql("delete from notification.digest").update();
        seat = sit("duty-officer");
        location(post("/me/digest")
                .param("often", "daily")
                .param("language", "en")
                .param("address", ME));
        mail.purgeEmailFromAllMailboxes();
    }

    @Test
    void an_answer_is_shown_to_its_author_and_stands_once_its_author_says_yes() throws Exception {
        var asked = asked("green", false);
        var address = offered().getFirst();

        delivered(ME, address, "Thirty days.\r\n\r\nOn Monday the node wrote:\r\n> Which?");
        var shown = only("Your answer waits");
        assertThat(text(shown))
                .contains("Thirty days.", "TLP:GREEN", "A room", "On logs")
                .doesNotContain("Which?", "reply.");
        assertThat(answers(asked)).as("nobody reads it yet").isEmpty();
        var yes = shown.getReplyTo()[0].toString();
        assertThat(yes).matches(ADDRESS).isNotEqualTo(address);
        assertThat(db.sql("select hash from notification.reply_address")
                        .query(String.class)
                        .list())
                .as("a backup answers nothing")
                .noneMatch(it -> yes.contains(it) || address.contains(it));

        delivered("somebody@xa.example", yes, "Yes.");
        assertThat(text(only("was not taken"))).contains("not sent from the mailbox");
        assertThat(answers(asked)).isEmpty();

        delivered(ME, yes, "Yes.");
        assertThat(text(only("stands in the room"))).contains("https://node.xa.example/rooms/posts/");
        assertThat(answers(asked)).containsExactly("Thirty days. GREEN MAIL");
        assertThat(recorded("forum.said")).contains("\"source\":\"MAIL\"");
        assertThat(page("/rooms/topics/" + topic(asked), "en")).contains("Thirty days.", "by mail");

        for (var spent : List.of(yes, address)) {
            delivered(ME, spent, "Again.");
            assertThat(text(only("was not taken"))).contains("answers once");
        }
        assertThat(answers(asked)).hasSize(1);
    }

    @Test
    void whoever_did_not_write_them_says_so_and_they_are_deleted() throws Exception {
        var asked = asked("green", false);
        delivered(ME, offered().getFirst(), "Thirty days.");
        var shown = only("Your answer waits");
        assertThat(text(shown)).contains("the word “yes” alone on the first line");

        delivered(ME, shown.getReplyTo()[0].toString(), "No, I did not write this.");
        assertThat(text(only("was not taken"))).contains("are deleted", "/rooms/posts/" + asked);
        assertThat(answers(asked)).isEmpty();
        assertThat(recorded("reply.refused")).contains("dropped", ".mx");
    }

    @Test
    void what_the_checker_warns_of_is_not_taken_and_its_address_answers_still() throws Exception {
        var asked = asked("green", false);
        var address = offered().getFirst();

        delivered(ME, address, "Ask Mr Smith.");
        assertThat(text(only("was not taken"))).contains("no place for these", "/rooms/posts/");
        delivered(ME, address, "\r\n> only quoted");
        assertThat(text(only("was not taken"))).contains("Write above");
        delivered(ME, address, "x".repeat(8_001));
        assertThat(text(only("was not taken"))).contains("8,000");

        delivered(ME, address, "Ask the court.");
        only("Your answer waits");
        assertThat(answers(asked)).isEmpty();
    }

    @Test
    void only_where_label_and_room_allow_it_is_there_an_address() throws Exception {
        asked("amber", false);
        asked("green", true);
        var asked = asked("green", false);
        var addresses = offered();
        assertThat(addresses)
                .as("neither AMBER nor under the Chatham House Rule")
                .hasSize(1);

        delivered(ME, addresses.getFirst(), "Thirty days.");
        var yes = only("Your answer waits").getReplyTo()[0].toString();
        location(post("/rooms/posts/" + asked + "/label").param("label", "amber"));
        delivered(ME, yes, "Yes.");

        assertThat(text(only("was not taken"))).contains("has changed");
        assertThat(answers(asked)).isEmpty();
    }

    @Test
    void a_machine_a_stranger_and_what_nobody_can_read_are_answered_by_nothing_and_keep_no_other_back()
            throws Exception {
        asked("green", false);
        var address = offered().getFirst();
        file("0", "From: %s\r\nTo: %s\r\nContent-Transfer-Encoding: no-such\r\n\r\nx".formatted(ME, address));
        file("1", "From: %s\r\nTo: %s\r\nAuto-Submitted: auto-replied\r\n\r\nAway.".formatted(ME, address));
        file("2", "From: a@b.example\r\nTo: rooms+%s@xa.example\r\n\r\nLet me in.".formatted("0".repeat(48)));
        file("3", "From: a@b.example\r\nTo: rooms@xa.example\r\n\r\nLet me in.");

        delivered(ME, address, "Thirty days.");

        only("Your answer waits");
        assertThat(mails()).isEmpty();
        try (var left = Files.list(MAILDIR.resolve("new"))) {
            assertThat(left).isEmpty();
        }
        try (var aside = Files.list(MAILDIR.resolve("cur"))) {
            assertThat(aside).hasSize(1).allMatch(it -> it.toString().endsWith(":2,S"));
        }
    }

    @Test
    void an_address_ends_and_a_day_takes_ten_answers() throws Exception {
        for (int n = 0; n < 11; n++) asked("green", false);
        var addresses = offered();
        for (var address : addresses.subList(0, 10)) delivered(ME, address, "Thirty days.");
        assertThat(mails()).hasSize(10);
        mail.purgeEmailFromAllMailboxes();

        delivered(ME, addresses.getLast(), "One more.");
        assertThat(text(only("was not taken"))).contains("as one day takes");
        CLOCK.forward(Duration.ofDays(15));
        delivered(ME, addresses.getLast(), "One more.");
        assertThat(text(only("was not taken"))).contains("too old");
    }

    /** The addresses of the digest that is sent now. */
    private List<String> offered() throws Exception {
        CLOCK.forward(Duration.ofDays(2));
        digests.look();
        var digest = only("New in the rooms");
        return ADDRESS.matcher(text(digest)).results().map(it -> it.group()).toList();
    }

    private void delivered(String from, String to, String text) throws Exception {
        file("9", "From: Somebody <%s>\r\nTo: <%s>\r\nSubject: Re: x\r\n\r\n%s\r\n".formatted(from, to, text));
        replies.look();
    }

    /** As a mail server delivers it: written elsewhere, and put into {@code new} whole. */
    private static void file(String place, String mail) throws Exception {
        var name = place + "." + UUID.randomUUID() + ".mx";
        for (var folder : List.of("tmp", "new", "cur")) Files.createDirectories(MAILDIR.resolve(folder));
        var written = Files.writeString(MAILDIR.resolve("tmp").resolve(name), mail, StandardCharsets.UTF_8);
        Files.move(written, MAILDIR.resolve("new").resolve(name));
    }

    /** And the mailbox is empty again. */
    private static MimeMessage only(String subject) throws Exception {
        var all = mails();
        assertThat(all).singleElement().satisfies(it -> assertThat(subject(it)).contains(subject));
        mail.purgeEmailFromAllMailboxes();
        return all.getFirst();
    }

    private static List<MimeMessage> mails() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(it -> addressee(it).equals(ME))
                .toList();
    }

    private List<String> answers(long asked) {
        return db.sql(
                        "select text || ' ' || tlp || ' ' || source from forum.post where topic = :topic and id <> :asked")
                .param("topic", topic(asked))
                .param("asked", asked)
                .query(String.class)
                .list();
    }

    /** Facts of the last such line. */
    private String recorded(String what) {
        return db.sql("select facts from ledger.line where what = :what order by n desc limit 1")
                .param("what", what)
                .query(String.class)
                .single();
    }

    private long topic(long post) {
        return db.sql("select topic from forum.post where id = :id")
                .param("id", post)
                .query(Long.class)
                .single();
    }

    private long asked(String label, boolean chatham) throws Exception {
        var id = "m" + UUID.randomUUID().toString().substring(0, 8);
        var form = post("/rooms/held")
                .param("id", id)
                .param("title", "A room")
                .param("language", "en")
                .param("terms", "For a test.")
                .param("label", label);
        if (chatham) form.param("chatham", "yes");
        var held = location(form);
        seat = sit("second-officer");
        location(post(held + "/open"));
        seat = sit("duty-officer");
        location(post(held + "/members").param("participant", "XA-1").param("role", "member"));
        var topic = location(post("/rooms/" + id + "/new")
                .param("kind", "question")
                .param("title", "On logs")
                .param("language", "en")
                .param("label", label)
                .param("text", "Which?"));
        return db.sql("select min(id) from forum.post where topic = :topic")
                .param("topic", Long.parseLong(topic.substring(topic.lastIndexOf('/') + 1)))
                .query(Long.class)
                .single();
    }
}
