package org.comity.board.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.board.BoardRefused;
import org.comity.board.BoardSettings;
import org.comity.board.BoardSubjects;
import org.comity.board.PracticeHosts;
import org.comity.board.Publication;
import org.comity.database.PracticeDatabase;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.register.Entry;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a host publishes stands, is signed as one chain, and is served no longer once it fell. */
class PublishingOnBoardsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private static final NumberedFeed FIRST = NumberedFeed.first(Audience.PUBLIC);
    private static final NumberedFeed SECOND = new NumberedFeed(Audience.PUBLIC, 2);

    private final PracticeHosts.Recorded recorded = new PracticeHosts.Recorded();
    private HostedRows rows;
    private JdbcClient db;
    private PublishingOnBoards boards;

    @BeforeEach
    void database() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("board", 1));
        rows = new HostedRows(db);
        boards = publishing(true);
    }

    @Test
    void each_board_is_one_chain_that_the_host_signed_and_each_audience_one_feed() {
        boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A", "kind", "row"));
        boards.publish("needs", "XB-2026-000001", Audience.PARTICIPANTS, Map.of("title", "N"));
        boards.publish("treaty", "XB", Audience.PUBLIC, Map.of("title", "B"));

        var open = all(Audience.PUBLIC);
        assertThat(open).extracting(it -> it.publication().subject()).containsExactly("XA", "XB");
        assertThat(open).extracting(it -> it.publication().kind()).containsExactly("row", "treaty");
        assertThat(all(Audience.PARTICIPANTS)).hasSize(1);
        var first = open.get(0).signed();
        var second = open.get(1).signed();
        assertThat(first.entry().previous()).isEqualTo(Entry.NOTHING_BEFORE);
        assertThat(second.entry().previous()).isEqualTo(first.entry().hash());
        assertThat(second.entry().n()).isEqualTo(2);
        assertThat(second.entry().state()).isEqualTo(Publication.state(2));
        assertThat(second.signedBy(PracticeHosts.certificate(PracticeHosts.HOST, "register")
                        .getPublicKey()))
                .isTrue();
        assertThat(second.entry().act()).isEqualTo(open.get(1).publication().act());
        assertThat(open.get(1).body()).containsEntry("title", "B");
        assertThat(recorded.all)
                .containsExactly("board.published treaty", "board.published needs", "board.published treaty");
    }

    @Test
    void the_same_again_changes_nothing_and_another_takes_its_place() {
        boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A"));
        boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A"));
        assertThat(rows.size(FIRST)).isEqualTo(1);

        boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A, changed"));
        var all = all(Audience.PUBLIC);
        assertThat(all.get(0).document()).as("what it replaced").isEmpty();
        assertThat(all.get(1).signed().entry().state()).isEqualTo(Publication.state(1));
        assertThat(rows.standing("treaty", 10)).hasSize(1);
    }

    @Test
    void what_is_withdrawn_leaves_its_place_and_a_reason_and_no_body() {
        boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A"));
        boards.withdraw("treaty", "XA", "entered by mistake");
        boards.withdraw("treaty", "XA", "entered by mistake");

        var all = all(Audience.PUBLIC);
        assertThat(all).hasSize(2);
        assertThat(all.get(0).document()).isEmpty();
        assertThat(all.get(1).publication().withdraws()).isTrue();
        assertThat(all.get(1).body()).containsEntry("why", "entered by mistake");
        assertThat(all.get(1).signed().entry().state()).isEqualTo(Publication.state(0));
        assertThat(rows.standing("treaty", 10)).isEmpty();
    }

    /** A State that no longer shows its need to the public must not stand there in the old form. */
    @Test
    void a_subject_stands_before_one_audience_at_a_time() {
        boards.publish("needs", "n1", Audience.PUBLIC, Map.of("title", "N"));
        boards.publish("needs", "n1", Audience.PARTICIPANTS, Map.of("title", "N"));

        assertThat(rows.standing("needs", 10))
                .extracting(it -> it.publication().audience())
                .containsExactly(Audience.PARTICIPANTS);
        var open = all(Audience.PUBLIC);
        assertThat(open).hasSize(2);
        assertThat(open.get(0).document()).isEmpty();
        assertThat(open.get(1).publication().withdraws()).isTrue();
    }

    @Test
    void a_board_shows_exactly_what_its_room_says() {
        boards.publish("treaty", "n9", Audience.PUBLIC, Map.of("title", "on another board"));
        show("needs", Map.of("n1", Map.of("title", "1"), "n2", Map.of("title", "2")));
        show("needs", Map.of("n2", Map.of("title", "2"), "n3", Map.of("title", "3")));

        assertThat(rows.subjects(Audience.PUBLIC, "needs")).containsExactly("n2", "n3");
        assertThat(rows.subjects(Audience.PUBLIC, "treaty")).containsExactly("n9");
        assertThat(rows.size(FIRST)).isEqualTo(5);
    }

    /** Each minute, under the lock for which everybody waits who publishes. */
    @Test
    void a_board_that_shows_all_that_it_is_to_show_is_read_in_one_look_and_nobody_waits() {
        rows = spy(rows);
        boards = publishing(true);
        var all = Map.<String, Map<String, Object>>of(
                "n1", Map.of("title", "Caf\u00e9", "n", 7), "n2", Map.of("title", "2"));
        show("needs", all);
        show("needs", Map.of("n1", Map.of("title", "Cafe\u0301", "n", 7), "n2", Map.of("title", "2")));

        verify(rows).claim();
        verify(rows, times(3)).shown("needs");
        verify(rows, times(2)).standing(eq("needs"), anyString());

        show("needs", Map.of("n1", Map.of("title", "Another"), "n2", Map.of("title", "2")));
        verify(rows, times(2)).claim();
        verify(rows, times(1).description("it stands as it is")).fall("needs", "n2");
        assertThat(rows.standing("needs", "n1").orElseThrow().body()).containsEntry("title", "Another");
    }

    /** What was narrowed leaves the public board even where the other has no place for it. */
    /** What it is to show was read before another process published: it is read again once the feeds are ours. */
    @Test
    void a_slower_hand_does_not_take_off_what_another_published_meanwhile() {
        show("treaty", Map.of("XA", Map.of("title", "A")));
        var read = new java.util.concurrent.atomic.AtomicInteger();

        boards.show("treaty", () -> {
            var all = new BoardSubjects();
            all.put(Audience.PUBLIC, "XA", Map.of("title", "A, changed"));
            if (read.getAndIncrement() == 0) {
                boards.publish("treaty", "XB", Audience.PUBLIC, Map.of("title", "B"));
            } else {
                all.put(Audience.PUBLIC, "XB", Map.of("title", "B"));
            }
            return all;
        });

        assertThat(rows.shown("treaty")).containsOnlyKeys("XA", "XB");
        assertThat(all(Audience.PUBLIC))
                .extracting(it -> it.publication().subject())
                .containsExactly("XA", "XB", "XA");
    }

    @Test
    void a_subject_moves_from_one_audience_to_the_other() {
        shown("needs", Audience.PARTICIPANTS, "n1");
        shown("needs", Audience.PUBLIC, "n1");
        assertThat(rows.subjects(Audience.PARTICIPANTS, "needs")).isEmpty();
        assertThat(rows.subjects(Audience.PUBLIC, "needs")).containsExactly("n1");

        full(20_000);
        shown("needs", Audience.PARTICIPANTS, "n1");
        assertThat(rows.subjects(Audience.PARTICIPANTS, "needs")).isEmpty();
        assertThat(rows.subjects(Audience.PUBLIC, "needs")).isEmpty();
    }

    /** It would read all that a room holds, each minute, for nothing. */
    @Test
    void who_hosts_no_boards_is_not_asked_what_they_show() {
        publishing(false).show("needs", () -> {
            throw new AssertionError("asked");
        });
        assertThat(rows.boards("XS-1")).isEmpty();
    }

    /** Else one State with a long text would empty the board of all, or keep a line of the treaty from being confirmed. */
    @Test
    void what_cannot_be_published_keeps_nothing_else_from_standing() {
        show("needs", Map.of("n1", Map.of("title", "1"), "n2", Map.of("title", "2")));
        var long2 = Map.<String, Object>of("title", "x".repeat(Publication.LARGEST_BODY));
        show("needs", Map.of("n1", Map.of("title", "changed"), "n2", long2, "n 3", Map.of()));

        assertThat(rows.standing("needs", 10))
                .hasSize(1)
                .first()
                .satisfies(it -> assertThat(it.body()).containsEntry("title", "changed"));
    }

    /** What stands in a feed that was continued is withdrawn there, and published in the newest (R170). */
    @Test
    void a_full_feed_is_continued_by_a_numbered_one_and_takes_withdrawals_alone() {
        boards = publishing(true, 3);
        for (var each : List.of("n1", "n2", "n3"))
            boards.publish("needs", each, Audience.PUBLIC, Map.of("title", each));
        assertThat(rows.feeds()).doesNotContain(SECOND);

        boards.publish("needs", "n4", Audience.PUBLIC, Map.of("title", "n4"));
        boards.publish("needs", "n1", Audience.PUBLIC, Map.of("title", "changed"));
        boards.publish("needs", "n2", Audience.PUBLIC, Map.of("title", "n2"));
        boards.withdraw("needs", "n3", "taken back");

        var first = all(FIRST);
        assertThat(first)
                .extracting(it -> it.publication().board() + " "
                        + it.publication().subject() + " " + it.publication().withdraws())
                .containsExactly(
                        "needs n1 false",
                        "needs n2 false",
                        "needs n3 false",
                        "feeds public-2 false",
                        "needs n1 true",
                        "needs n3 true");
        var second = all(SECOND);
        assertThat(second).extracting(it -> it.publication().subject()).containsExactly("n4", "n1");
        assertThat(second.getFirst().signed().entry().n())
                .as("its boards begin anew")
                .isEqualTo(1);
        assertThat(second.getFirst().publication().thread())
                .isNotEqualTo(first.getFirst().publication().thread());
        assertThat(second.getLast().signed().entry().state()).isEqualTo(Publication.state(2));
        assertThat(rows.subjects(Audience.PUBLIC, "needs")).containsExactly("n1", "n2", "n4");
        assertThat(rows.open("needs", 10)).hasSize(3);
        assertThat(rows.openBoards("XS-1")).extracting(it -> it.name()).contains("needs");
        assertThat(rows.newest(Audience.PARTICIPANTS)).isEqualTo(NumberedFeed.first(Audience.PARTICIPANTS));
    }

    /** Nine feeds are some forty years of a busy host; what cannot be published changes nothing. */
    @Test
    void the_last_feed_and_one_without_a_place_take_nothing_more() {
        show("rooms", Map.of("n1", Map.of("title", "1")));
        db.sql("update board.feed set size = 20000 where audience = 'public'").update();
        refused("board.full", () -> boards.publish("rooms", "n1", Audience.PUBLIC, Map.of("title", "changed")));
        refused("board.full", () -> boards.publish("rooms", "n2", Audience.PUBLIC, Map.of("title", "2")));
        refused("board.full", () -> boards.withdraw("rooms", "n1", "taken back"));
        assertThat(rows.subjects(Audience.PUBLIC, "rooms")).containsExactly("n1");

        rows.begin(new NumberedFeed(Audience.PUBLIC, NumberedFeed.MOST));
        db.sql("update board.feed set size = 18000").update();
        refused("board.full", () -> boards.publish("rooms", "n2", Audience.PUBLIC, Map.of("title", "2")));
        boards.withdraw("rooms", "n1", "taken back");
        assertThat(rows.subjects(Audience.PUBLIC, "rooms")).isEmpty();
    }

    @Test
    void a_text_is_published_in_its_one_canonical_form() {
        boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("lines", List.of(Map.of("text", "E\u0301tat"))));
        boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("lines", List.of(Map.of("text", "\u00c9tat"))));

        assertThat(rows.size(FIRST)).as("both are the same").isEqualTo(1);
    }

    @Test
    void what_is_not_right_is_refused_and_a_node_that_hosts_nothing_publishes_nothing() {
        refused("board.not-right", () -> boards.publish("Treaty", "XA", Audience.PUBLIC, Map.of()));
        refused("board.not-right", () -> boards.publish("treaty", "X A", Audience.PUBLIC, Map.of()));
        refused("board.not-right", () -> boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("share", 0.5)));
        refused(
                "board.too-large",
                () -> boards.publish(
                        "treaty", "XA", Audience.PUBLIC, Map.of("text", "x".repeat(Publication.LARGEST_BODY))));
        refused("board.no-reason", () -> boards.withdraw("treaty", "XA", " "));
        assertThat(rows.size(FIRST)).isZero();

        publishing(false).publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A"));
        assertThat(rows.size(FIRST)).isZero();
    }

    /** Else everybody who asks for a page of the feed would load a hundred bodies of 64 KB. */
    @Test
    void a_page_of_the_feed_loads_no_body() {
        boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A"));

        assertThat(rows.after(FIRST, 0, 100))
                .singleElement()
                .satisfies(it -> assertThat(it.document()).isEmpty());
        assertThat(all(Audience.PUBLIC).getFirst().document()).isPresent();
    }

    /** How much participants are told, and when, is not for the public. */
    @Test
    void the_public_knows_of_a_board_what_was_published_before_everybody_alone() {
        boards.publish("needs", "n1", Audience.PUBLIC, Map.of("title", "1"));
        boards.publish("needs", "n2", Audience.PARTICIPANTS, Map.of("title", "2"));
        boards.publish("circular", "c1", Audience.PARTICIPANTS, Map.of("title", "3"));
        db.sql("update board.entry set at = at + interval '1 day' where audience = 'participants'")
                .update();

        assertThat(rows.openBoards("XS-1")).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("needs");
            assertThat(it.standing()).isEqualTo(1);
            assertThat(it.news()).isEqualTo(NOON);
        });
        assertThat(rows.boards("XS-1")).extracting(it -> it.standing()).containsExactly(1L, 2L);
    }

    @Test
    void who_hosts_is_told_before_a_feed_is_full_and_who_hosts_nothing_is_not() {
        var filling = new FillingFeeds(rows, PracticeBoardHost.HOSTS);
        boards.publish("needs", "n1", Audience.PARTICIPANTS, Map.of("title", "1"));
        assertThat(filling.lines()).singleElement().returns(State.GOOD, HealthLine::state);

        full(19_999);
        assertThat(filling.lines())
                .as("another continues it, and what stands still leaves it")
                .singleElement()
                .returns(State.GOOD, HealthLine::state)
                .satisfies(it -> assertThat(it.facts()).containsEntry("most", 18_000L));
        full(20_000);
        assertThat(filling.lines())
                .singleElement()
                .returns(State.BAD, HealthLine::state)
                .satisfies(it -> assertThat(it.facts()).containsEntry("n", 1L));
        full(18_000);
        rows.begin(new NumberedFeed(Audience.PARTICIPANTS, NumberedFeed.MOST));
        assertThat(filling.lines()).singleElement().returns(State.LOOK, HealthLine::state);
        assertThat(new FillingFeeds(rows, settings(false)).lines()).isEmpty();
    }

    /** However much stands and is changed: each subject keeps a place in the feed in which it stands (R168). */
    @Test
    void a_feed_is_continued_while_all_that_stands_in_it_can_still_be_changed_narrowed_or_withdrawn() {
        boards = publishing(true, 20_000);
        boards.publish("needs", "n0", Audience.PUBLIC, Map.of("title", "0"));
        db.sql("update board.feed set size = 19984 where audience = 'public'").update();
        for (int n = 1; n < 10; n++) boards.publish("needs", "n" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        assertThat(rows.feeds()).contains(SECOND);
        assertThat(rows.size(FIRST) + rows.standing(FIRST)).isEqualTo(20_000);

        for (int n = 0; n < 3; n++) boards.publish("needs", "n" + n, Audience.PUBLIC, Map.of("title", "changed"));
        boards.publish("needs", "n3", Audience.PARTICIPANTS, Map.of("title", "T3"));
        for (int n = 4; n < 10; n++) boards.withdraw("needs", "n" + n, "taken back");

        assertThat(rows.standing(FIRST)).isZero();
        assertThat(rows.size(FIRST)).isEqualTo(20_000);
        assertThat(rows.subjects(Audience.PUBLIC, "needs")).containsExactly("n0", "n1", "n2");
        assertThat(new FillingFeeds(rows, settings(true)).lines())
                .singleElement()
                .returns(State.GOOD, HealthLine::state);
    }

    @Test
    void who_hosts_no_boards_serves_no_feed() {
        boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A"));
        var act = all(Audience.PUBLIC).getFirst().publication().act();

        for (var what : List.of("key", "checkpoint", "entries/0", "bodies/" + act)) {
            assertThat(new FeedShelf(rows, mock(FeedHead.class), settings(false))
                            .answer(FIRST, what)
                            .status())
                    .as(what)
                    .isEqualTo(404);
        }
    }

    private void show(String board, Map<String, Map<String, Object>> subjects) {
        var all = new BoardSubjects();
        subjects.forEach((subject, body) -> all.put(Audience.PUBLIC, subject, body));
        boards.show(board, () -> all);
    }

    private void shown(String board, Audience audience, String subject) {
        var all = new BoardSubjects();
        all.put(audience, subject, Map.of("title", "N"));
        boards.show(board, () -> all);
    }

    private void full(long size) {
        db.sql("update board.feed set size = :size where audience = 'participants'")
                .param("size", size)
                .update();
    }

    private static BoardSettings settings(boolean host) {
        return new BoardSettings(host, List.of(), Duration.ofMinutes(5), Duration.ofSeconds(20), 3);
    }

    /** Each as it is served by itself. */
    private List<HostedRows.Hosted> all(Audience audience) {
        return all(NumberedFeed.first(audience));
    }

    private List<HostedRows.Hosted> all(NumberedFeed feed) {
        return rows.after(feed, 0, 100).stream()
                .map(it -> rows.find(feed, it.publication().act()).orElseThrow())
                .toList();
    }

    private PublishingOnBoards publishing(boolean host) {
        return publishing(host, 18_000);
    }

    private PublishingOnBoards publishing(boolean host, long most) {
        return new PublishingOnBoards(
                rows,
                PracticeHosts.seenBy(PracticeHosts.HOST),
                PracticeHosts.sealingOf(PracticeHosts.HOST),
                recorded,
                Clock.fixed(NOON, ZoneOffset.UTC),
                new BoardSettings(host, List.of(), Duration.ofMinutes(5), Duration.ofSeconds(5), 3),
                most);
    }

    private static void refused(String code, Runnable what) {
        assertThatExceptionOfType(BoardRefused.class)
                .isThrownBy(what::run)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
