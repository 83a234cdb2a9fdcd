package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.database.PracticeDatabase;
import org.comity.forum.AnswersByMail;
import org.comity.forum.DigestChoice;
import org.comity.ledger.Ledger;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words that came by mail stand once, after a yes of their author and nothing else; a mail that comes twice is one mail. */
class TakingRepliesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);
    private static final Official MAREN = new Official("maren", "Maren", "XA-1/o-1", Set.of());
    private static final String ME = "maren@xa.example";
    private static final long ASKED = 7;
    private static final ReplySettings SETTINGS =
            new ReplySettings(Path.of("x"), "rooms@xa.example", Duration.ofDays(14), 10);

    private final Room room = new Room();
    private final ChoosingDigest choosing = mock(ChoosingDigest.class);
    private final Ledger ledger = mock(Ledger.class);
    private JdbcClient db;
    private ReplyRows rows;
    private ReplyAddresses addresses;
    private TakingReplies taking;

    @BeforeEach
    void a_digest_is_wanted() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("notification", 1));
        rows = new ReplyRows(db);
        var digests = new DigestRows(db);
        digests.choose(
                new KeptDigest(
                        MAREN.id(),
                        KeptDigest.Often.DAILY,
                        ME,
                        Language.ENGLISH,
                        DigestChoice.EVERYTHING,
                        "stop".repeat(8),
                        NOON.instant(),
                        NOON.instant()),
                NOON.instant());
        when(choosing.recipient(any())).thenReturn(Optional.of(MAREN));
        addresses = new ReplyAddresses(SETTINGS, rows, room, NOON);
        taking = new TakingReplies(rows, digests, choosing, room, SETTINGS, ledger, NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes.", "YES!", "نعم", "\u200fنعم.", "Oui", "yes\nMaren"})
    void yes_in_a_language_in_which_we_ask_makes_them_stand(String answer) {
        var yes = shown("Thirty days.");
        take("b", yes, answer);

        assertThat(room.said).containsExactly("Thirty days.");
        assertThat(told()).containsExactly("SHOWN", "SAID");
    }

    /** Nor what a machine says for one who is away, and that no header gives away. */
    @ParameterizedTest
    @ValueSource(
            strings = {"No, I did not write this.", "I am away until Monday.", "", "yes and no", "yesterday", "no\nyes"
            })
    void any_other_answer_drops_them_and_says_so(String answer) {
        var yes = shown("Thirty days.");
        take("b", yes, answer);
        assertThat(room.said).isEmpty();
        assertThat(told()).containsExactly("SHOWN", "REFUSED dropped");
        assertThat(texts()).containsExactly("");

        take("c", yes, "yes");
        assertThat(room.said).isEmpty();
        assertThat(told()).containsExactly("SHOWN", "REFUSED dropped", "REFUSED used");
    }

    @Test
    void an_answer_without_plain_words_is_no_yes_and_leaves_them_waiting() {
        var yes = shown("Thirty days.");
        taking.take("b", new ReceivedReply(Set.of(token(yes)), ME, false, "", "plain"));
        assertThat(room.said).isEmpty();

        take("c", yes, "yes");
        assertThat(room.said).containsExactly("Thirty days.");
    }

    /** Else a mail shows other words than those that come to stand. */
    @Test
    void what_is_asked_of_kept_and_said_is_the_same() {
        var yes = shown(" E\u0301tat\u0000\u0007 \uD83D\r\nthirty ");
        assertThat(texts()).containsExactly("\u00c9tat \nthirty");
        take("b", yes, "yes");

        assertThat(room.asked).containsExactly("\u00c9tat \nthirty");
        assertThat(room.said).containsExactly("\u00c9tat \nthirty");
    }

    /** The process ended after it was taken, and before its file was deleted. */
    @Test
    void the_same_file_again_changes_nothing() {
        var address = addresses.of(MAREN, ASKED).orElseThrow();
        take("a", address, "Thirty days.");
        take("a", address, "Thirty days.");
        assertThat(told()).containsExactly("SHOWN");

        room.problem = "warned";
        var other = addresses.of(MAREN, ASKED).orElseThrow();
        take("b", other, "Ask Mr Smith.");
        take("b", other, "Ask Mr Smith.");
        assertThat(told()).containsExactly("SHOWN", "REFUSED warned");
        verify(ledger, times(1)).record(MAREN, "reply.refused", "post-7", Map.of("why", "warned", "file", "b"));
    }

    /** The mail that shows them was written twice, since the server did not say that it had the first. */
    @Test
    void words_that_were_shown_twice_stand_once() {
        var yes = shown("Thirty days.");
        var again = again();
        take("b", yes, "yes");
        take("c", again, "yes");

        assertThat(room.said).containsExactly("Thirty days.");
        assertThat(told()).containsExactly("SHOWN", "SAID", "REFUSED used");
    }

    @Test
    void words_that_were_said_lie_here_no_longer() {
        take("b", shown("Thirty days."), "yes");

        assertThat(texts()).containsExactly("");
        assertThat(rows.drafts(MAREN.id(), NOON.instant().minusSeconds(1)))
                .as("and count for the day")
                .isEqualTo(1);
    }

    @Test
    void one_who_left_between_the_two_mails_says_nothing() {
        var yes = shown("Thirty days.");
        when(choosing.recipient(any())).thenReturn(Optional.empty());
        take("b", yes, "yes");

        assertThat(room.said).isEmpty();
        assertThat(told()).containsExactly("SHOWN");
    }

    @Test
    void one_who_may_not_write_there_any_more_says_nothing_and_is_told() {
        var yes = shown("Thirty days.");
        room.open = false;
        take("b", yes, "yes");

        assertThat(room.said).isEmpty();
        assertThat(told()).containsExactly("SHOWN", "REFUSED closed");
    }

    /** They were shown under another label than the one under which they would stand now. */
    @Test
    void words_whose_label_changed_meanwhile_stand_nowhere() {
        var yes = shown("Thirty days.");
        room.light = TrafficLight.CLEAR;
        take("b", yes, "yes");

        assertThat(room.said).isEmpty();
        assertThat(told()).containsExactly("SHOWN", "REFUSED closed");
    }

    @Test
    void words_that_are_gone_stand_nowhere_and_are_shown_no_more() {
        var yes = shown("Thirty days.");
        var writing = new WritingReplyMail(
                mock(Words.class),
                new MailParts(mock(Words.class), false),
                rows,
                addresses,
                room,
                "https://node.xa.example");
        var digest = new DigestRows(db).find(MAREN.id()).orElseThrow();
        long draft = db.sql("select id from notification.reply_draft")
                .query(Long.class)
                .single();
        var mail = new ReplyMail(1, MAREN.id(), ReplyMail.Kind.SHOWN, ASKED, draft, "", 0);

        rows.dropped(draft);
        assertThat(writing.mail(mail, digest, MAREN)).isEmpty();
        db.sql("delete from notification.reply_draft").update();
        assertThat(writing.mail(mail, digest, MAREN)).isEmpty();
        take("b", yes, "yes");

        assertThat(room.said).isEmpty();
    }

    /** @return the address that makes them stand */
    private String shown(String text) {
        take("a", addresses.of(MAREN, ASKED).orElseThrow(), text);
        return again();
    }

    private String again() {
        long draft = db.sql("select max(id) from notification.reply_draft")
                .query(Long.class)
                .single();
        return addresses.of(rows.draft(draft).orElseThrow());
    }

    private void take(String file, String to, String text) {
        taking.take(file, new ReceivedReply(Set.of(token(to)), ME, false, text, ""));
    }

    private static String token(String address) {
        return address.substring(address.indexOf('+') + 1, address.indexOf('@'));
    }

    private List<String> told() {
        return db.sql("select trim(kind || ' ' || why) from notification.reply_mail order by id")
                .query(String.class)
                .list();
    }

    private List<String> texts() {
        return db.sql("select text from notification.reply_draft order by id")
                .query(String.class)
                .list();
    }

    /** A room that keeps what was asked and said. */
    private static final class Room implements AnswersByMail {

        private final List<String> asked = new ArrayList<>();
        private final List<String> said = new ArrayList<>();
        private boolean open = true;
        private TrafficLight light = TrafficLight.GREEN;
        private String problem = "";

        @Override
        public Optional<Place> place(Official by, long post) {
            return open ? Optional.of(new Place(1, "A room", "On logs", light, "en")) : Optional.empty();
        }

        @Override
        public String problem(Place place, String text) {
            asked.add(text);
            return problem;
        }

        @Override
        public long say(Official by, Place place, String text) {
            said.add(text);
            return 99;
        }
    }
}
