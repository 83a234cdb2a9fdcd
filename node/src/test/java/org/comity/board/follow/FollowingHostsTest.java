package org.comity.board.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.comity.board.PracticeHosts;
import org.comity.board.host.PracticeBoardHost;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node holds what a host published, feed after feed, reads it when the host is gone, and deletes what was taken back. */
class FollowingHostsTest extends FollowingCase {

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
    void what_comes_and_goes_is_told_to_who_follows_boards_of_its_name() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        host.boards.publish("needs", "n1", Audience.PARTICIPANTS, Map.of("title", "A need"));
        xa.turn();
        assertThat(xa.heard).containsExactly("replaced XA", "came XA A ratified");

        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A withdrew"));
        xa.turn();
        assertThat(xa.heard).containsExactly("replaced XA", "came XA A ratified", "replaced XA", "came XA A withdrew");
    }

    /** What was held before anybody heard of it; else what is withdrawn at that moment would come to them last, and stay. */
    @Test
    void who_has_heard_nothing_of_a_host_is_told_what_stands_and_none_of_it_is_withdrawn_meanwhile() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        host.boards.publish("treaty", "YA", Audience.PUBLIC, Map.of("title", "Under another beginning"));
        host.boards.publish("treaty", "XB", Audience.PUBLIC, Map.of("title", "B ratified"));
        host.boards.withdraw("treaty", "XB", "taken back");
        xa.turn();
        xa.heard.clear();
        xa.turn();
        assertThat(xa.heard).isEmpty();

        xa.unheard = true;
        var moves = new ArrayList<String>();
        xa.told = () -> moves.add(moveOfAnotherProcess());
        new TransactionTemplate(new DataSourceTransactionManager(sourceOf(3)))
                .executeWithoutResult(_ -> xa.keeping.begin(PracticeHosts.HOST));
        assertThat(xa.heard).containsExactly("came XA A ratified");
        assertThat(moves).as("it waits").containsExactly("55P03");

        xa.turn();
        assertThat(xa.heard).as("each turn asks whether somebody is new").hasSize(2);
    }

    /** Of this host's feeds: how it is answered if it does not wait; empty if nothing holds it. */
    private String moveOfAnotherProcess() {
        try (var other = sourceOf(3).getConnection();
                var move = other.createStatement()) {
            move.execute("select * from board.followed where audience = 'public' for update nowait");
            return "";
        } catch (SQLException locked) {
            return locked.getSQLState();
        }
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
        assertThat(xa.rows.all()).isNotEmpty().allMatch(it -> it.failing().isEmpty() && !it.isStopped());

        var restarted = new PracticeFollower("XA-1", sourceOf(3), lines, clock);
        host.boards.publish("treaty", "S2", Audience.PUBLIC, Map.of("title", "T2, changed"));
        restarted.turn();
        assertThat(restarted.titles("treaty")).contains("T2, changed").doesNotContain("T2");
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
    void a_body_other_than_the_one_signed_is_not_kept() {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        lines.changed =
                (path, answer) -> path.contains("/bodies/") ? answer.replace("A ratified", "A did not") : answer;
        xa.turn();
        assertThat(xa.feed(Audience.PUBLIC).failing()).isEqualTo("body-differs");
        assertThat(xa.titles("treaty")).as("by its subject alone").containsExactly("XA");
    }

    private long bodiesHeld() {
        return xa.db.sql("select count(*) from board.held where body is not null")
                .query(Long.class)
                .single();
    }
}
