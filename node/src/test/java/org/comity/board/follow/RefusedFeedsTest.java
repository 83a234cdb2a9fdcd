package org.comity.board.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.comity.board.BoardRefused;
import org.comity.board.PracticeHosts;
import org.comity.board.host.PracticeBoardHost;
import org.comity.database.PracticeDatabase;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.FeedCheckpoint;
import org.comity.proof.feed.NumberedFeed;
import org.comity.sealing.seal.PracticeLogKeys;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a host did not sign, or signs against what it signed before, is not taken; followers who compare find it out. */
class RefusedFeedsTest extends FollowingCase {

    @Test
    void a_host_with_two_faces_is_found_by_two_followers_who_compare() throws Exception {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        var xb = follower("XB-1", 4);
        var other = new PracticeBoardHost(PracticeDatabase.emptied("board", 5), clock);
        other.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A did not"));
        lines.put(PracticeHosts.HOST, other.shelf);
        xb.turn();
        lines.put(PracticeHosts.HOST, host.shelf);
        xa.turn();

        assertThat(xa.feed(Audience.PUBLIC).stopped()).isEqualTo("two-faces");
        var proof = xa.rows.contradictions(PracticeHosts.HOST).getFirst();
        assertThat(proof.shownBy()).isEqualTo("XB-1");
        assertThat(proof.theirs()).isEqualTo(xb.feed(Audience.PUBLIC).checkpoint());
        assertThat(proof.ours()).isEqualTo(xa.feed(Audience.PUBLIC).checkpoint());
        assertThat(xa.recorded.all).containsExactly("board.stopped XS-1");
        assertThat(xa.titles("treaty")).as("what was held is still read").containsExactly("A ratified");

        host.boards.publish("treaty", "XB", Audience.PUBLIC, Map.of("title", "B ratified"));
        xa.turn();
        assertThat(xa.feed(Audience.PUBLIC).size()).as("nothing more is taken").isEqualTo(1);
        assertThat(xa.feed(Audience.PARTICIPANTS).isStopped()).isFalse();
    }

    /** Also while the host is away, and by a node that has restarted since. */
    @Test
    void followers_compare_without_the_host() throws Exception {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        xa.turn();
        var xb = follower("XB-1", 4);
        var other = new PracticeBoardHost(PracticeDatabase.emptied("board", 5), clock);
        other.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A did not"));
        lines.put(PracticeHosts.HOST, other.shelf);
        lines.stopped.add("XA-1");
        xb.turn();
        lines.stopped.add(PracticeHosts.HOST);
        clock.pass(Duration.ofDays(1).plusMinutes(1));
        var restarted = new PracticeFollower("XA-1", sourceOf(3), lines, clock);

        restarted.turn();
        assertThat(restarted.feed(Audience.PUBLIC).stopped()).isEqualTo("two-faces");
    }

    @Test
    void followers_who_were_shown_the_same_go_on() throws Exception {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        var xb = follower("XB-1", 4);
        xb.turn();
        host.boards.publish("treaty", "XB", Audience.PUBLIC, Map.of("title", "B ratified"));
        xa.turn();
        assertThat(xa.feed(Audience.PUBLIC).isStopped()).isFalse();
        assertThat(xa.feed(Audience.PUBLIC).compared()).isEqualTo(Moving.NOON);
    }

    /** A host that contradicted itself does not go on under the next number (R167). */
    @Test
    void what_continues_a_stopped_feed_is_not_followed_either() throws Exception {
        host = new PracticeBoardHost(source, clock, 3);
        lines.put(PracticeHosts.HOST, host.shelf);
        for (int n = 0; n < 4; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        xa.turn();
        var first = new FeedName(PracticeHosts.HOST, NumberedFeed.first(Audience.PUBLIC));
        var second = new FeedName(PracticeHosts.HOST, new NumberedFeed(Audience.PUBLIC, 2));
        assertThat(xa.rows.find(second).orElseThrow().size()).isEqualTo(1);

        xa.rows.stop(first, "two-faces", clock.instant());
        host.boards.publish("treaty", "S9", Audience.PUBLIC, Map.of("title", "T9"));
        host.boards.publish("treaty", "S8", Audience.PARTICIPANTS, Map.of("title", "T8"));
        xa.turn();

        assertThat(xa.rows.find(second).orElseThrow().size()).isEqualTo(1);
        assertThat(xa.titles("treaty")).contains("T8").doesNotContain("T9");
    }

    @Test
    void a_host_that_takes_entries_back_or_changes_them_stops_the_feed_until_an_administrator_begins_anew()
            throws Exception {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        host.boards.publish("treaty", "XB", Audience.PUBLIC, Map.of("title", "B ratified"));
        xa.turn();
        var hostDb = JdbcClient.create(source);
        hostDb.sql("delete from board.entry where k = 2").update();
        hostDb.sql("update board.feed set size = 1 where audience = 'public'").update();
        xa.turn();
        assertThat(xa.feed(Audience.PUBLIC).stopped()).isEqualTo("shrunk");
        assertThat(xa.rows.contradictions(PracticeHosts.HOST)).hasSize(1);

        assertThatExceptionOfType(BoardRefused.class)
                .isThrownBy(() -> xa.keeping.again(PracticeHosts.HOST, "they restored a backup", officer()))
                .satisfies(it -> assertThat(it.code()).isEqualTo("board.forbidden"));
        assertThatExceptionOfType(BoardRefused.class)
                .isThrownBy(() -> xa.keeping.again(PracticeHosts.HOST, " ", administrator()))
                .satisfies(it -> assertThat(it.code()).isEqualTo("board.no-reason"));
        xa.keeping.again(PracticeHosts.HOST, "they restored a backup", administrator());
        assertThat(xa.heard).contains("forgotten public").doesNotContain("forgotten participants");
        xa.turn();
        assertThat(xa.titles("treaty")).containsExactly("A ratified");
        assertThat(xa.rows.contradictions(PracticeHosts.HOST))
                .as("the proof stays")
                .hasSize(1);
        assertThatExceptionOfType(BoardRefused.class)
                .isThrownBy(() -> xa.keeping.again(PracticeHosts.HOST, "again", administrator()))
                .satisfies(it -> assertThat(it.code()).isEqualTo("board.not-stopped"));
    }

    @Test
    void what_was_changed_here_is_not_taken_for_what_the_host_said() throws Exception {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        xa.turn();
        xa.db.sql("delete from board.held").update();
        var restarted = new PracticeFollower("XA-1", sourceOf(3), lines, clock);
        restarted.turn();
        assertThat(restarted.feed(Audience.PUBLIC).failing()).isEqualTo("kept-copy-changed");
        assertThat(restarted.feed(Audience.PUBLIC).isStopped()).isFalse();
    }

    @Test
    void each_check_at_the_door_refuses_and_nothing_is_taken() throws Exception {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));

        refused("json", "/entries/", it -> "no JSON");
        refused("field", "/entries/", it -> it.replace("\"publication\":", "\"publicatiom\":"));
        refused("field", "/entries/", it -> it.replace("comity-publication/1", "comity-publication/2"));
        refused("field", "/entries/", it -> it.replace("\"withdraws\":false", "\"withdraws\":0"));
        refused("foreign-publication", "/entries/", it -> it.replace("\"subject\":\"XA\"", "\"subject\":\"XB\""));
        refused("foreign-publication", "/entries/", it -> it.replace("\"host\":\"XS-1\"", "\"host\":\"XS-2\""));
        refused(
                "foreign-publication",
                "/entries/",
                it -> it.replace("\"audience\":\"public\"", "\"audience\":\"participants\""));
        refused("missing", "/entries/", it -> "{\"entries\":[]}");
        refused("checkpoint", "/checkpoint", it -> it.replace("until ", "untill "));
        refused(
                "foreign-checkpoint",
                "/checkpoint",
                it -> it.replace("until 2026-11-29T11:00:00Z", "until 2026-11-29T11:00:01Z"));
        refused("note", "/checkpoint", it -> "nothing signed");
        refused("log-key", "/key", it -> it.replaceFirst("XS-1", "XA-1"));
        refused("note", "/key", it -> "");
        refused("log-key", "/key", RefusedFeedsTest::withAnotherKey);
        clock.pass(Duration.ofHours(-3));
        var early = new PracticeBoardHost(source, Clock.offset(clock, Duration.ofHours(5)));
        lines.put(PracticeHosts.HOST, early.shelf);
        refused("too-far-ahead", "/nothing", it -> it);
    }

    /** Signed by somebody who holds the host's log key, and not its key of registers. */
    @Test
    void entries_that_the_host_did_not_sign_are_refused() throws Exception {
        var foreign = new PracticeBoardHost("XB-1", PracticeDatabase.emptied("board", 5), clock);
        foreign.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A did not"));
        lines.put(PracticeHosts.HOST, foreign.shelf);
        refused("foreign-signature", "/nothing", it -> it);
    }

    @Test
    void a_head_that_is_overdue_is_not_taken_and_what_is_held_stays() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        xa.turn();
        var old = host.shelf.answer("XA-1", "public/checkpoint");
        clock.pass(Duration.ofHours(25));
        lines.changed =
                (path, answer) -> path.endsWith("public/checkpoint") ? new String(old.content(), UTF_8) : answer;
        xa.turn();
        assertThat(xa.feed(Audience.PUBLIC).failing()).isEqualTo("overdue");
        assertThat(xa.titles("treaty")).containsExactly("A ratified");
    }

    /** The state in an entry says how many subjects stand: a host that folds otherwise is not believed. */
    @Test
    void a_state_that_differs_is_refused() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A"));
        host.boards.publish("treaty", "XB", Audience.PUBLIC, Map.of("title", "B"));
        JdbcClient.create(source)
                .sql("update board.entry set standing = false where k = 1")
                .update();
        host.boards.publish("treaty", "XC", Audience.PUBLIC, Map.of("title", "C"));
        refused("state-differs", "/nothing", it -> it);
    }

    /** E.g. one act twice in a feed: no reason to follow no other feed, or no other host, any more. */
    @Test
    void what_can_never_be_kept_here_is_refused_and_keeps_no_other_feed_away() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A"));
        host.boards.publish("rooms", "P", Audience.PARTICIPANTS, Map.of("title", "P"));
        var db = JdbcClient.create(sourceOf(3));
        db.sql("alter table board.held add constraint test check (subject <> 'XA')")
                .update();
        try {
            xa.turn();
            assertThat(xa.feed(Audience.PUBLIC).failing()).isEqualTo("cannot-be-kept");
            assertThat(xa.feed(Audience.PUBLIC).isStopped()).isFalse();
            assertThat(xa.feed(Audience.PARTICIPANTS).size()).isEqualTo(1);
        } finally {
            db.sql("alter table board.held drop constraint test").update();
        }
    }

    private void refused(String code, String where, UnaryOperator<String> change) {
        lines.changed =
                (path, answer) -> path.contains("public") && path.contains(where) ? change.apply(answer) : answer;
        xa.turn();
        assertThat(xa.feed(Audience.PUBLIC).failing()).as(where).isEqualTo(code);
        assertThat(xa.feed(Audience.PUBLIC).size()).isZero();
        assertThat(xa.feed(Audience.PUBLIC).isStopped()).isFalse();
        lines.changed = (path, answer) -> answer;
    }

    /** The host's note, naming a key that its seal key did not certify. */
    private static String withAnotherKey(String certification) {
        var origin = FeedCheckpoint.origin(PracticeHosts.HOST, NumberedFeed.first(Audience.PUBLIC));
        var other =
                PracticeLogKeys.of("XB-1").of("feed.public").key().under(origin).text();
        return certification.replaceFirst("(?m)^comity/.*$", Matcher.quoteReplacement(other));
    }

    private static Official administrator() {
        return new Official("a", "An administrator", "XA-1/o-1", Set.of(Duty.ADMINISTRATOR));
    }

    private static Official officer() {
        return new Official("o", "An officer", "XA-1/o-2", Set.of(Duty.DUTY_OFFICER));
    }
}
