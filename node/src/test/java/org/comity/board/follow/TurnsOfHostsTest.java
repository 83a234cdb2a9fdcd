package org.comity.board.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.board.PracticeHosts;
import org.comity.exchange.PeerReading;
import org.comity.exchange.PeerShelf;
import org.comity.proof.Malformed;
import org.comity.proof.feed.Audience;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

/** Each host has a turn with a bound of its own, takes up again where it was, and costs little when nothing is new. */
class TurnsOfHostsTest extends FollowingCase {

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
    void a_fault_with_one_host_keeps_no_other_away() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A"));
        lines.put("XC-1", new PeerShelf() {
            @Override
            public String name() {
                return "feed";
            }

            @Override
            public Answer answer(String peer, String path) {
                throw new IllegalStateException("a fault of this program");
            }
        });
        var both = new PracticeFollower(
                "XA-1", sourceOf(3), lines, clock, PracticeHosts.seenBy("XA-1"), List.of("XC-1", PracticeHosts.HOST));

        both.turn();

        assertThat(both.feed(Audience.PUBLIC).size()).isEqualTo(1);
    }

    /** What was not asked for is not called slow, and is asked for first in the next turn. */
    @Test
    void a_feed_that_takes_a_whole_turn_keeps_no_other_away() {
        for (int n = 0; n < 450; n++) {
            host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
            host.boards.publish("rooms", "P" + n, Audience.PARTICIPANTS, Map.of("title", "T" + n));
        }
        var asked = new ArrayList<String>();
        lines.changed = (path, answer) -> {
            if (path.contains("/entries/")) {
                asked.add(path.replace("feed/", "").replace("/entries", ""));
                clock.pass(Duration.ofMinutes(2));
            }
            return answer;
        };

        xa.turn();
        assertThat(asked).containsExactly("participants/0", "participants/100", "participants/200");
        assertThat(xa.feed(Audience.PARTICIPANTS).failing()).isEqualTo("slow");
        assertThat(xa.feed(Audience.PUBLIC).failing()).isEmpty();

        asked.clear();
        xa.turn();
        assertThat(asked).containsExactly("public/0", "public/100", "public/200");

        asked.clear();
        xa.turn();
        xa.turn();
        assertThat(asked).containsExactly("participants/300", "participants/400", "public/300", "public/400");
        for (var audience : Audience.values()) {
            assertThat(xa.feed(audience).size()).isEqualTo(450);
            assertThat(xa.feed(audience).failing()).isEmpty();
        }
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
    void a_stop_of_this_node_says_nothing_of_the_host_whose_turn_it_was() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        var asked = new ArrayList<String>();
        lines.changed = (path, answer) -> {
            asked.add(path);
            Thread.currentThread().interrupt();
            return "more than was asked for".repeat(100_000);
        };
        xa.turn();

        assertThat(Thread.interrupted()).as("still").isTrue();
        assertThat(asked).hasSize(1);
        assertThat(xa.feed(Audience.PUBLIC).failing()).isEmpty();
        assertThat(xa.feed(Audience.PUBLIC).compared()).isNull();
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
                .isNotEmpty()
                .allMatch(it -> it.isAnnotationPresent(Transactional.class));
    }

    /** Only what is new travels: who is up to date takes a head of each feed, and nothing else. */
    @Test
    void who_is_up_to_date_takes_two_heads() {
        for (int n = 0; n < 50; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        xa.turn();
        lines.bytes = 0;
        xa.turn();
        assertThat(lines.bytes).isLessThan(1_000);
    }
}
