package org.comity.board.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.comity.board.BoardRefused;
import org.comity.board.BoardSource;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.PracticeHosts;
import org.comity.board.PracticeLines;
import org.comity.board.host.PracticeBoardHost;
import org.comity.database.PracticeDatabase;
import org.comity.directory.Directory;
import org.comity.exchange.PeerReading;
import org.comity.proof.Malformed;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.FeedCheckpoint;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.seal.Anchor;
import org.comity.proof.verify.Verify;
import org.comity.sealing.seal.PracticeLogKeys;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A node holds what a host published, reads it when the host is gone, and finds a host that contradicts itself. */
class FollowingHostsTest {

    private final Map<Integer, DataSource> sources = new HashMap<>();
    private final Moving clock = new Moving();
    private final PracticeLines lines = new PracticeLines();
    private DataSource source;
    private PracticeBoardHost host;
    private PracticeFollower xa;

    @BeforeEach
    void nodes() throws Exception {
        source = PracticeDatabase.emptied("board", 2);
        host = new PracticeBoardHost(source, clock);
        lines.put(PracticeHosts.HOST, host.shelf);
        xa = follower("XA-1", 3);
    }

    @Test
    void what_is_published_is_held_and_read_here_when_the_host_is_stopped() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        host.boards.publish(
                "needs", "n1", Audience.PARTICIPANTS, Map.of("title", Map.of("en", "A need", "ar", "حاجة")));
        xa.turn();

        lines.stopped.add(PracticeHosts.HOST);
        clock.pass(Duration.ofDays(2));
        xa.turn();
        assertThat(xa.titles("treaty")).containsExactly("A ratified");
        var need = xa.held.standing(PracticeHosts.HOST, "needs", "n1").orElseThrow();
        assertThat(need.title("ar")).isEqualTo("حاجة");
        assertThat(need.label()).isEqualTo(Audience.PARTICIPANTS);
        assertThat(xa.held.boards()).extracting(it -> it.name()).containsExactlyInAnyOrder("needs", "treaty");
        assertThat(xa.feed(Audience.PUBLIC).failing()).isEqualTo("unreachable");
        assertThat(xa.feed(Audience.PUBLIC).heard()).isEqualTo(Moving.NOON);

        lines.stopped.clear();
        host.boards.publish("treaty", "XB", Audience.PUBLIC, Map.of("title", "B ratified"));
        xa.turn();
        assertThat(xa.titles("treaty")).containsExactly("B ratified", "A ratified");
        assertThat(xa.feed(Audience.PUBLIC).failing()).isEmpty();
    }

    @Test
    void what_a_host_shows_to_one_alone_reaches_that_one_and_goes_when_it_is_shown_no_longer() throws Exception {
        lines.put(PracticeHosts.HOST, host.shown);
        host.alone.put("XA-1", Map.of("n1", Map.of("title", "For A alone"), "n2", Map.of("title", "Another")));
        var xb = follower("XB-1", 4);
        xa.turn();
        xb.turn();
        assertThat(xa.alone()).containsExactly("needs n1 For A alone", "needs n2 Another");
        assertThat(xb.alone()).isEmpty();
        assertThat(xa.held.boards()).as("nothing of it is in a feed").isEmpty();
        assertThat(host.handed.of("needs", "n1"))
                .containsOnlyKeys("XA-1")
                .allSatisfy((_, it) -> assertThat(it.at()).isEqualTo(Moving.NOON));
        assertThat(host.recorded.all).containsExactlyInAnyOrder("board.handed n1", "board.handed n2");

        lines.stopped.add(PracticeHosts.HOST);
        clock.pass(Duration.ofMinutes(5));
        xa.turn();
        assertThat(xa.alone()).as("read with the host stopped").hasSize(2);

        lines.stopped.clear();
        host.alone.put("XA-1", Map.of("n2", Map.of("title", "Said otherwise")));
        xa.turn();
        xa.turn();
        assertThat(xa.alone()).containsExactly("needs n2 Said otherwise");
        assertThat(host.recorded.all).hasSize(3).last().isEqualTo("board.handed n2");
        assertThat(host.handed.of("needs", "n1"))
                .as("that it was handed stays known")
                .hasSize(1);
    }

    @Test
    void what_a_host_shows_to_one_in_no_form_that_is_known_changes_nothing() {
        lines.put(PracticeHosts.HOST, host.shown);
        host.alone.put("XA-1", Map.of("n1", Map.of("title", "Kept")));
        xa.turn();
        for (var wrong : List.of(
                "no json",
                "{\"format\":\"comity-shown/2\",\"shown\":[]}",
                "{\"format\":\"comity-shown/1\",\"shown\":[{\"board\":\"needs\",\"body\":{},\"subject\":\"a b\"}]}",
                "{\"format\":\"comity-shown/1\",\"shown\":[{\"board\":\"Needs\",\"body\":{},\"subject\":\"n\"}]}",
                "{\"format\":\"comity-shown/1\",\"shown\":[{\"board\":\"needs\",\"body\":[],\"subject\":\"n\"}]}")) {
            lines.changed = (path, answer) -> path.startsWith("shown/") ? wrong : answer;
            xa.turn();
            assertThat(xa.alone()).as(wrong).containsExactly("needs n1 Kept");
        }
        assertThat(host.shown.answer("XA-1", "other").status()).isEqualTo(404);
    }

    /** Nobody says any more what it shows, so nothing of it stays: not even until the next turn of another host. */
    @Test
    void what_a_host_showed_to_one_goes_when_it_is_not_followed_or_does_not_count_any_more() throws Exception {
        lines.put(PracticeHosts.HOST, host.shown);
        host.alone.put("XA-1", Map.of("n1", Map.of("title", "For A alone")));
        xa.turn();
        assertThat(xa.alone()).hasSize(1);
        var known = PracticeHosts.seenBy("XA-1");
        new PracticeFollower("XA-1", sourceOf(3), lines, clock, known, List.of()).turn();
        assertThat(xa.alone()).as("taken out of what is followed, the last one").isEmpty();

        for (var standing : List.of(Directory.Validity.REVOKED, Directory.Validity.LAPSED)) {
            xa.turn();
            assertThat(xa.alone()).hasSize(1);
            var lost = mock(Directory.class, AdditionalAnswers.delegatesTo(known));
            doReturn(standing).when(lost).standing(PracticeHosts.HOST);
            new PracticeFollower("XA-1", sourceOf(3), lines, clock, lost, List.of(PracticeHosts.HOST)).turn();
            assertThat(xa.alone()).as(standing.name()).isEmpty();
        }
    }

    @Test
    void what_a_host_showed_to_one_and_did_not_confirm_for_a_week_is_neither_shown_nor_kept() {
        lines.put(PracticeHosts.HOST, host.shown);
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        host.alone.put("XA-1", Map.of("n1", Map.of("title", "For A alone")));
        List<Runnable> silent = List.of(
                () -> lines.stopped.add(PracticeHosts.HOST),
                () -> lines.changed = (path, answer) -> path.startsWith("shown/") ? "no json" : answer,
                () -> xa.rows.stop(
                        new FeedName(PracticeHosts.HOST, NumberedFeed.first(Audience.PUBLIC)),
                        "two-faces",
                        clock.instant()));
        for (var each : silent) {
            lines.stopped.clear();
            lines.changed = (path, answer) -> answer;
            clock.pass(Duration.ofDays(6));
            xa.turn();
            each.run();
            clock.pass(Duration.ofDays(6));
            xa.turn();
            assertThat(xa.alone()).as("confirmed six days ago").hasSize(1);
            clock.pass(Duration.ofDays(1));
            assertThat(xa.alone()).as("a week").isEmpty();
            xa.turn();
            assertThat(xa.db.sql("select count(*) from board.shown")
                            .query(Long.class)
                            .single())
                    .as("kept")
                    .isZero();
        }
    }

    /** A line may answer only after 20 seconds: so long no connection to the database waits. */
    @Test
    void no_transaction_is_open_while_a_host_is_read() {
        for (var reads : List.of(TakingShown.class, TakingFeed.class, FollowingHosts.class)) {
            assertThat(Stream.concat(Stream.of(reads), Stream.of(reads.getDeclaredMethods())))
                    .noneMatch(it -> it.isAnnotationPresent(Transactional.class));
        }
        assertThat(KeepingShown.class.getDeclaredMethods())
                .filteredOn(it -> it.getName().equals("keep"))
                .allMatch(it -> it.isAnnotationPresent(Transactional.class));
    }

    /** What is too large takes no room from what fits, and what comes first is there. */
    @Test
    void one_answer_shows_as_much_as_fits_in_the_order_of_the_room() {
        var all = new LinkedHashMap<String, Map<String, Object>>();
        all.put("too-large", Map.of("title", "x".repeat(70_000)));
        for (int n = 10; n < 40; n++) all.put("n" + n, Map.of("title", "x".repeat(60_000)));
        all.put("small", Map.of("title", "Fits behind them"));
        host.alone.put("XA-1", all);
        var shown = (List<?>)
                CanonicalJson.read(host.shown.answer("XA-1", "all").content()).get("shown");
        assertThat(shown).hasSize(27);
        assertThat(shown.stream()
                        .map(it -> String.valueOf(((Map<?, ?>) it).get("subject")))
                        .toList())
                .startsWith("n10", "n11")
                .endsWith("n35", "small");
        assertThat(host.handed.of("needs", "n36")).as("not handed").isEmpty();
        host.handed.forget("needs", "n10");
        assertThat(host.handed.of("needs", "n10")).isEmpty();
        assertThat(host.handed.of("needs", "n11")).hasSize(1);
    }

    @Test
    void more_than_one_page_is_taken_at_once_and_a_restarted_node_goes_on() throws Exception {
        for (int n = 0; n < 230; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        xa.turn();
        assertThat(xa.feed(Audience.PUBLIC).size()).isEqualTo(230);
        assertThat(xa.titles("treaty")).hasSize(100).doesNotContain("S1");

        var restarted = new PracticeFollower("XA-1", sourceOf(3), lines, clock);
        host.boards.publish("treaty", "S0", Audience.PUBLIC, Map.of("title", "changed"));
        restarted.turn();
        assertThat(restarted.feed(Audience.PUBLIC).size()).isEqualTo(231);
        assertThat(restarted
                        .held
                        .standing(PracticeHosts.HOST, "treaty", "S0")
                        .orElseThrow()
                        .title("en"))
                .isEqualTo("changed");
    }

    /** The host goes on in a second feed; whoever follows is led there by the first, and reads both as one (R170). */
    /** Nothing of a feed counts before all of it is there; nothing is asked for twice. */
    @Test
    void a_slow_host_gets_the_time_of_one_turn_and_goes_on_where_it_was() {
        for (int n = 0; n < 450; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        var asked = new ArrayList<String>();
        lines.changed = (path, answer) -> {
            if (path.startsWith("feed/public/entries/")) {
                asked.add(path.substring("feed/public/entries/".length()));
                clock.pass(Duration.ofMinutes(2));
            }
            return answer;
        };

        xa.turn();
        assertThat(asked).containsExactly("0", "100", "200");
        assertThat(xa.feed(Audience.PUBLIC).size()).isZero();
        assertThat(xa.feed(Audience.PUBLIC).failing()).isEqualTo("slow");
        assertThat(xa.held.boards()).isEmpty();

        xa.turn();
        assertThat(asked).containsExactly("0", "100", "200", "300", "400");
        assertThat(xa.feed(Audience.PUBLIC).size()).isEqualTo(450);
        assertThat(xa.feed(Audience.PUBLIC).failing()).isEmpty();
    }

    @Test
    void what_arrived_over_several_turns_and_is_refused_is_asked_for_from_the_beginning() {
        for (int n = 0; n < 450; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        lines.changed = (path, answer) -> {
            if (path.startsWith("feed/public/entries/")) clock.pass(Duration.ofMinutes(2));
            return path.endsWith("/0") ? answer.replace("\"S5\"", "\"S6\"") : answer;
        };
        xa.turn();
        xa.turn();
        assertThat(xa.feed(Audience.PUBLIC).size()).isZero();
        assertThat(xa.feed(Audience.PUBLIC).failing()).isNotEqualTo("slow").isNotEmpty();

        lines.changed = (path, answer) -> answer;
        xa.turn();
        assertThat(xa.feed(Audience.PUBLIC).size()).isEqualTo(450);
    }

    @Test
    void a_turn_ends_with_its_bytes_and_what_arrives_in_it_has_a_bound_of_its_own() throws Exception {
        var endless = new PeerReading.Line() {
            @Override
            public PeerReading.Got get(String path, int largest) {
                return new PeerReading.Got(200, new byte[100]);
            }

            @Override
            public void close() {}
        };
        try (var line = new BoundedLine(endless, clock, Moving.NOON.plusSeconds(1), 150)) {
            line.get("one", 100);
            line.get("two", 100);
            assertThatExceptionOfType(BoundedLine.Over.class).isThrownBy(() -> line.get("three", 100));
        }
        var arriving = new PagesOfFeed(new FeedName(PracticeHosts.HOST, Audience.PUBLIC), 0);
        for (int n = 0; n < 200; n++) arriving.add(List.of(), 256 << 10);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> arriving.add(List.of(), 1))
                .satisfies(it -> assertThat(it.code()).isEqualTo("too-large"));
    }

    @Test
    void a_feed_that_is_full_leads_to_the_one_that_continues_it() throws Exception {
        host = new PracticeBoardHost(source, clock, 3);
        lines.put(PracticeHosts.HOST, host.shelf);
        for (int n = 0; n < 10; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        host.boards.publish("needs", "n1", Audience.PARTICIPANTS, Map.of("title", "A need"));
        xa.turn();

        assertThat(xa.titles("treaty")).hasSize(10).contains("T0", "T3", "T9");
        for (int n = 1; n <= 4; n++) {
            var feed = new FeedName(PracticeHosts.HOST, new NumberedFeed(Audience.PUBLIC, n));
            assertThat(xa.rows.find(feed).orElseThrow().size()).as("feed " + n).isEqualTo(n == 4 ? 1 : 4);
        }
        assertThat(xa.seen.answer("XB-1", PracticeHosts.HOST + "/public-2").status())
                .as("others compare it, too")
                .isEqualTo(200);
        assertThat(host.shelf.answer("XA-1", "public-5/key").status())
                .as("of a feed that was not begun no key is certified")
                .isEqualTo(404);

        host.boards.publish("treaty", "S0", Audience.PUBLIC, Map.of("title", "changed"));
        host.boards.withdraw("treaty", "S1", "taken back");
        xa.turn();
        assertThat(xa.titles("treaty")).hasSize(9).contains("changed").doesNotContain("T0", "T1");
        assertThat(xa.rows.all()).allMatch(it -> it.failing().isEmpty() && !it.isStopped());

        var restarted = new PracticeFollower("XA-1", sourceOf(3), lines, clock);
        host.boards.publish("treaty", "S2", Audience.PUBLIC, Map.of("title", "T2, changed"));
        restarted.turn();
        assertThat(restarted.titles("treaty")).contains("T2, changed").doesNotContain("T2");
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

    /** The host is stopped, and the file is checked as a court does: by keys that it has from elsewhere. */
    @Test
    void one_entry_is_proved_from_what_lies_here_without_the_host_and_without_the_board() throws Exception {
        for (int n = 0; n < 6; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        host.boards.publish("needs", "n1", Audience.PARTICIPANTS, Map.of("title", "A need"));
        xa.turn();
        for (int n = 6; n < 9; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        xa.turn();
        lines.stopped.add(PracticeHosts.HOST);

        var entry = xa.held.standing(PracticeHosts.HOST, "treaty", "S3").orElseThrow();
        var proof = xa.held
                .proof(PracticeHosts.HOST, "treaty", entry.act(), true, 6L)
                .orElseThrow();
        assertThat(proof).contains("\nindex 3\n");
        var verdict = verified(proof);
        assertThat(verdict).contains("HOLDS", "publishes subject S3", "is what was published", "key of registers of");

        var need = xa.held
                .standing(PracticeHosts.HOST, "needs", "n1")
                .orElseThrow()
                .act();
        assertThat(xa.held.proof(PracticeHosts.HOST, "needs", need, true, null))
                .as("not for everybody")
                .isEmpty();
        assertThat(xa.held.proof(PracticeHosts.HOST, "treaty", need, false, null))
                .as("of another board")
                .isEmpty();
        assertThat(verified(xa.held
                        .proof(PracticeHosts.HOST, "needs", need, false, null)
                        .orElseThrow()))
                .contains("HOLDS", "subject n1");
        assertThat(verified(host.own
                        .proof(PracticeHosts.HOST, "treaty", entry.act(), true, null)
                        .orElseThrow()))
                .contains("HOLDS", "subject S3");
    }

    /** For everybody too: that a feed has a number makes nothing of it less public (R169, R170). */
    @Test
    void an_entry_of_a_feed_that_continues_another_is_proved_like_any_other() throws Exception {
        host = new PracticeBoardHost(source, clock, 3);
        lines.put(PracticeHosts.HOST, host.shelf);
        for (int n = 0; n < 5; n++) {
            host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
            host.boards.publish("needs", "n" + n, Audience.PARTICIPANTS, Map.of("title", "A need"));
        }
        xa.turn();

        var entry = xa.held.standing(PracticeHosts.HOST, "treaty", "S4").orElseThrow();
        assertThat(entry.publication().feed().word()).isEqualTo("public-2");
        var need = xa.held.standing(PracticeHosts.HOST, "needs", "n4").orElseThrow();
        assertThat(need.publication().feed().word()).isEqualTo("participants-2");
        for (var source : List.of(xa.held, host.own)) {
            assertThat(verified(source.proof(PracticeHosts.HOST, "treaty", entry.act(), true, null)
                            .orElseThrow()))
                    .contains("HOLDS", "publishes subject S4");
            assertThat(source.proof(PracticeHosts.HOST, "needs", need.act(), true, null))
                    .as("not for everybody")
                    .isEmpty();
            assertThat(verified(source.proof(PracticeHosts.HOST, "needs", need.act(), false, null)
                            .orElseThrow()))
                    .contains("HOLDS", "publishes subject n4");
        }
    }

    /** What was taken back is proved to have been published, and is told to nobody again. */
    @Test
    void what_does_not_stand_any_more_is_proved_without_what_it_said() throws Exception {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "first"));
        xa.turn();
        var act = xa.held
                .standing(PracticeHosts.HOST, "treaty", "XA")
                .orElseThrow()
                .act();
        host.boards.withdraw("treaty", "XA", "by mistake");
        xa.turn();
        for (var source : List.of(xa.held, host.own)) {
            var proof =
                    source.proof(PracticeHosts.HOST, "treaty", act, true, null).orElseThrow();
            assertThat(verified(proof)).contains("HOLDS", "What was published is not in this file");
        }
    }

    private static String verified(String proof) throws Exception {
        var file = Files.createTempFile("entry", ".tlog-proof");
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, UTF_8)) {
            Files.writeString(file, proof);
            var host = PracticeHosts.HOST;
            Verify.run(
                    new String[] {
                        file.toString(),
                        "--anchor",
                        host + "/seal=" + Anchor.fingerprint(PracticeHosts.certificate(host, "seal")),
                        "--anchor",
                        host + "/register=" + Anchor.fingerprint(PracticeHosts.certificate(host, "register"))
                    },
                    print,
                    print);
        } finally {
            Files.deleteIfExists(file);
        }
        return out.toString(UTF_8);
    }

    /** Only what is new travels: who is up to date takes a head of each feed, and nothing else. */
    @Test
    void boards_are_counted_as_what_stands_there_comes_and_goes() {
        var hostDb = JdbcClient.create(source);
        var chance = new Random(5);
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 30; i++) {
                var board = chance.nextBoolean() ? "treaty" : "needs";
                var subject = "s" + chance.nextInt(8);
                var audience = chance.nextBoolean() ? Audience.PUBLIC : Audience.PARTICIPANTS;
                clock.pass(Duration.ofSeconds(1));
                if (chance.nextInt(3) == 0) host.boards.withdraw(board, subject, "over");
                else host.boards.publish(board, subject, audience, Map.of("title", "t" + i));
            }
            xa.turn();
            counted(host.own, hostDb, "select 'XS-1' as host, board, standing, at, null as taken from board.entry");
            counted(xa.held, xa.db, "select host, board, standing, at, taken from board.held");
        }
        host.boards.publish("treaty", "s0", Audience.PUBLIC, Map.of("title", "last"));
        xa.turn();
        var feed = xa.feed(Audience.PUBLIC).name();
        xa.rows.stop(feed, "shrunk", clock.instant());
        assertThat(xa.rows.forgetStopped(feed)).isTrue();
        counted(xa.held, xa.db, "select host, board, standing, at, taken from board.held");
        assertThat(xa.held.openBoards()).isEmpty();
    }

    private static void counted(BoardSource source, JdbcClient db, String all) {
        var open = all + " where split_part(audience, '-', 1) = 'public'";
        assertThat(source.boards()).containsExactlyInAnyOrderElementsOf(recounted(db, all));
        assertThat(source.openBoards()).containsExactlyInAnyOrderElementsOf(recounted(db, open));
        for (var each : source.boards()) {
            assertThat(source.board(each.host(), each.name(), false)).contains(each);
        }
        for (var each : source.openBoards()) {
            assertThat(source.board(each.host(), each.name(), true)).contains(each);
        }
    }

    private static List<HeldBoard> recounted(JdbcClient db, String all) {
        return db.sql("""
                        select host, board, count(*) filter (where standing) as standing, max(at) as news,
                               cast(min(taken) as timestamptz) as since
                          from (%s) as every group by host, board
                        """.formatted(all))
                .query((row, n) -> new HeldBoard(
                        row.getString("host"),
                        row.getString("board"),
                        row.getLong("standing"),
                        row.getTimestamp("news").toInstant(),
                        row.getTimestamp("since") == null
                                ? null
                                : row.getTimestamp("since").toInstant()))
                .list();
    }

    /** Anybody may ask for the list of boards, as often as they like. */
    @Test
    void whoever_reads_the_list_of_boards_or_looks_for_one_reads_no_entry() {
        for (int i = 0; i < 20; i++) host.boards.publish("treaty", "s" + i, Audience.PUBLIC, Map.of("title", "t" + i));
        xa.turn();

        assertThat(entriesRead(source, host.own)).isZero();
        assertThat(entriesRead(sourceOf(3), xa.held)).isZero();
    }

    private static long entriesRead(DataSource source, BoardSource boards) {
        return new TransactionTemplate(new DataSourceTransactionManager(source)).execute(status -> {
            long before = entriesRead(source);
            assertThat(boards.boards()).hasSize(1);
            assertThat(boards.openBoards()).hasSize(1);
            assertThat(boards.board(PracticeHosts.HOST, "treaty", true)).isPresent();
            return entriesRead(source) - before;
        });
    }

    private static long entriesRead(DataSource source) {
        return JdbcClient.create(source).sql("""
                        select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))
                          from pg_stat_xact_user_tables
                         where schemaname = 'board' and relname in ('entry', 'held')
                        """).query(Long.class).single();
    }

    @Test
    void who_is_up_to_date_takes_two_heads() {
        for (int n = 0; n < 50; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        xa.turn();
        lines.bytes = 0;
        xa.turn();
        assertThat(lines.bytes).isLessThan(1_000);
    }

    @Test
    void what_is_withdrawn_or_replaced_is_deleted_here_too() {
        host.boards.publish("needs", "n1", Audience.PARTICIPANTS, Map.of("title", "first"));
        host.boards.publish("needs", "n2", Audience.PARTICIPANTS, Map.of("title", "second"));
        xa.turn();
        host.boards.publish("needs", "n1", Audience.PARTICIPANTS, Map.of("title", "narrowed"));
        host.boards.withdraw("needs", "n2", "the State took it back");
        xa.turn();

        assertThat(xa.titles("needs")).containsExactly("narrowed");
        assertThat(bodiesHeld()).as("of what stands alone").isEqualTo(1);
    }

    /** Withdrawn between the head and its body: the entry is taken, the body never was. */
    @Test
    void a_body_that_is_gone_already_is_passed_over() {
        host.boards.publish("needs", "n1", Audience.PARTICIPANTS, Map.of("title", "first"));
        lines.changed = (path, answer) -> {
            if (path.contains("/bodies/")) host.boards.withdraw("needs", "n1", "at once");
            return answer;
        };
        xa.turn();
        lines.changed = (path, answer) -> answer;
        xa.turn();
        assertThat(xa.titles("needs")).isEmpty();
        assertThat(xa.feed(Audience.PARTICIPANTS).failing()).isEmpty();
    }

    /** Else as many as fit in a turn, of which the host gives none, would keep every newer one away for ever. */
    @Test
    void bodies_that_the_host_does_not_give_keep_no_others_away() {
        for (int n = 0; n < 260; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        var db = JdbcClient.create(source);
        db.sql("update board.entry set body = null where k between 2 and 260").update();
        xa.turn();
        assertThat(bodiesHeld()).as("the oldest, behind 259 that are not given").isEqualTo(1);

        host.boards.publish("treaty", "new", Audience.PUBLIC, Map.of("title", "The newest"));
        xa.turn();
        assertThat(bodiesHeld()).isEqualTo(2);
    }

    @Test
    void one_body_that_differs_is_said_and_keeps_no_other_away() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        host.boards.publish("treaty", "XB", Audience.PUBLIC, Map.of("title", "B ratified"));
        lines.changed =
                (path, answer) -> path.contains("/bodies/") ? answer.replace("B ratified", "B did not") : answer;
        xa.turn();

        assertThat(xa.feed(Audience.PUBLIC).failing()).isEqualTo("body-differs");
        assertThat(xa.titles("treaty")).contains("A ratified").doesNotContain("B did not");
    }

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
        refused("log-key", "/key", FollowingHostsTest::withAnotherKey);
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

    @Test
    void a_body_other_than_the_one_signed_is_not_kept() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        lines.changed =
                (path, answer) -> path.contains("/bodies/") ? answer.replace("A ratified", "A did not") : answer;
        xa.turn();
        assertThat(xa.feed(Audience.PUBLIC).failing()).isEqualTo("body-differs");
        assertThat(xa.titles("treaty")).as("by its subject alone").containsExactly("XA");
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

    private long bodiesHeld() {
        return xa.db.sql("select count(*) from board.held where body is not null")
                .query(Long.class)
                .single();
    }

    private PracticeFollower follower(String self, int number) throws Exception {
        sources.put(number, PracticeDatabase.emptied("board", number));
        return new PracticeFollower(self, sourceOf(number), lines, clock);
    }

    /** The same database again, with what is in it. */
    private DataSource sourceOf(int number) {
        return Objects.requireNonNull(sources.get(number));
    }

    private static Official administrator() {
        return new Official("a", "An administrator", "XA-1/o-1", Set.of(Duty.ADMINISTRATOR));
    }

    private static Official officer() {
        return new Official("o", "An officer", "XA-1/o-2", Set.of(Duty.DUTY_OFFICER));
    }

    private static final class Moving extends Clock {

        static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

        private Instant now = NOON;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
