package org.comity.board.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.board.PracticeHosts;
import org.comity.directory.Directory;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;

/** What a host shows to one node alone reaches that node, stays in no feed, and goes when it is shown no longer. */
class ShownToOneNodeTest extends FollowingCase {

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
}
