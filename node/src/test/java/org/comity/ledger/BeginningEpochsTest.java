package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import javax.sql.DataSource;
import org.comity.database.PracticeDatabase;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log that came back from a backup, beside the log as it was when the backup was not yet needed. */
class BeginningEpochsTest extends OneLog {

    private static final Official ADMINISTRATOR = with("admin", Duty.ADMINISTRATOR);
    private static final Official FIRST = with("first", Duty.DUTY_OFFICER);
    private static final Official SECOND = with("second", Duty.SECOND_OFFICER);

    @Test
    void lines_are_written_and_no_head_is_signed_until_the_last_known_head_is_shown() throws Exception {
        record(6);
        node.step(NOON);
        var last = node.log().checkpoint();
        comesBack(6);

        record(3);
        node.step(NOON);
        assertThat(size()).isEqualTo(9);
        assertThat(node.log().standing().closed()).isTrue();
        assertThat(count("ledger.checkpoint")).isZero();

        assertThat(show(last.replace("\n", "\r\n"))).isTrue();
        node.step(NOON);

        var again = checkpoint(node.log().checkpoint());
        assertThat(again.origin()).isEqualTo("comity/XA-1/domestic");
        assertThat(again.size()).isEqualTo(10);
        assertThat(verify(node.log().proof(10, 6L), last)).as(said).isZero();
        assertThat(said).contains("still holds the 6 lines");
        assertThat(node.lines.at(10).orElseThrow().line().what()).isEqualTo("log.nothing-lost");
        assertThat(whole()).isEqualTo(new Ledger.Verdict(10, null));
    }

    @Test
    void where_lines_are_lost_two_officers_begin_an_epoch_and_a_reader_follows_it() throws Exception {
        record(6);
        node.step(NOON);
        var ofSix = node.log().checkpoint();
        record(4);
        node.step(NOON);
        var ofTen = node.log().checkpoint();
        comesBack(7);
        node.step(NOON);

        assertThat(show(ofTen)).isFalse();
        assertThat(node.epochs(NOON).closed().orElseThrow().shown()).isEqualTo(10);
        assertThat(begin(FIRST)).isFalse();
        refused("same-officer", () -> begin(FIRST));
        assertThat(begin(SECOND)).isTrue();
        refused("open-already", () -> begin(SECOND));
        node.sign(NOON);
        assertThat(count("ledger.checkpoint"))
                .as("not before the line that opens the epoch is in the tree")
                .isZero();
        node.step(NOON);

        var begun = node.log().checkpoint();
        assertThat(checkpoint(begun).origin()).isEqualTo("comity/XA-1/domestic.20261124T120000Z");
        assertThat(verify(node.log().proof(1, 6L), ofSix)).as(said).isZero();
        assertThat(said)
                .contains(
                        "Two officers began the log anew with line 10", "knew 7 lines", "a head of 10 lines was shown");
        assertThat(verify(node.log().proof(1, 10L), ofTen)).isEqualTo(1);
        assertThat(said).contains("[epoch-lost]", "Of the 10 lines", "from 8 on were lost");

        record(5);
        node.step(NOON);
        assertThat(verify(node.log().proof(12, checkpoint(begun).size()), begun))
                .as(said)
                .isZero();
        assertThat(whole()).isEqualTo(new Ledger.Verdict(size(), null));
    }

    @Test
    void what_shows_nothing_opens_nothing() throws Exception {
        record(4);
        node.step(NOON);
        var old = node.log().checkpoint();
        record(2);
        node.step(NOON);
        close();

        refused("older", () -> show(old));
        refused("no-checkpoint", () -> show("comity/XA-1/domestic"));
        refused("no-checkpoint", () -> show("x".repeat(10_001)));
        refused("another-log", () -> show(node.log().checkpoint().replace("domestic", "exchange")));
        refused("another-log", () -> show(node.log().checkpoint().replace("\n6\n", "\n7\n")));
        refused("not-yours", () -> node.epochs(NOON).show(old, SECOND));
        refused("not-yours", () -> begin(with("reader", Duty.OVERSIGHT)));

        record(1);
        node.step(NOON);
        assertThat(count("ledger.checkpoint")).isEqualTo(2);
    }

    @Test
    void lines_that_wait_for_the_tree_are_waited_for() throws Exception {
        record(5);
        node.step(NOON);
        var last = node.log().checkpoint();
        comesBack(5);

        refused("not-yet-taken", () -> show(last));
        refused("not-yet-taken", () -> begin(FIRST));
    }

    private boolean show(String checkpoint) {
        return node.within(() -> node.epochs(NOON).show(checkpoint, ADMINISTRATOR));
    }

    private boolean begin(Official by) {
        return node.within(() -> node.epochs(NOON).begin(by));
    }

    private static void refused(String why, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.code()).isEqualTo("log.epoch." + why));
    }

    /** The first lines in a database of its own, and nothing of the tree: a backup knows what it knew. */
    private void comesBack(int lines) throws Exception {
        var before = db;
        DataSource again = PracticeDatabase.fresh("ledger");
        use(again);
        before.sql("select * from ledger.line where n <= :lines order by n")
                .param("lines", lines)
                .query()
                .listOfRows()
                .forEach(this::insert);
        db.sql("update ledger.head set (n, hash) = (select n, hash from ledger.line order by n desc limit 1)")
                .update();
        db.sql("select setval('ledger.line_id_seq', 1000)").query(Long.class).single();
        close();
    }

    private void insert(java.util.Map<String, Object> row) {
        JdbcClient.create(source).sql("""
                        insert into ledger.line (id, time, what, subject, official, facts, salt, commitment, n, hash)
                        overriding system value
                        values (:id, :time, :what, :subject, :official, :facts, :salt, :commitment, :n, :hash)
                        """).params(row).update();
    }

    /** As the restore does it. */
    private void close() {
        db.sql("insert into ledger.closure (log, closed_at, size) select 'domestic', :at, n from ledger.head")
                .param("at", java.sql.Timestamp.from(NOON.instant()))
                .update();
    }

    private static Official with(String id, Duty duty) {
        return new Official(id, id, "XA-1/o-" + id, Set.of(duty));
    }
}
