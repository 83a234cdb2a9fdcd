package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.comity.database.PracticeDatabase;
import org.comity.proof.log.Note;
import org.comity.proof.tree.MerkleTree;
import org.comity.sealing.seal.PracticeLogKeys;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;

class ChangedLogTest extends OneLog {

    @Test
    void what_was_changed_in_the_tables_is_named_by_its_line() {
        record(4);
        node.step(NOON);
        record(3);
        node.step(NOON);
        record(2);

        assertThat(whole()).isEqualTo(new Ledger.Verdict(9, null));
        assertThat(brokenAfter("update ledger.line set subject = 'x' where n = 3"))
                .isEqualTo(new Ledger.Verdict(2, 3L));
        assertThat(brokenAfter("update ledger.subtree set hash = repeat('0', 64) where level = 0 and at = 2"))
                .isEqualTo(new Ledger.Verdict(2, 3L));
        assertThat(brokenAfter("delete from ledger.subtree where level = 0 and at = 5"))
                .isEqualTo(new Ledger.Verdict(5, 6L));
        assertThat(brokenAfter("update ledger.checkpoint set root = repeat('0', 64) where size = 4"))
                .isEqualTo(new Ledger.Verdict(0, 1L));
        assertThat(brokenAfter("update ledger.checkpoint set root = repeat('0', 64) where size = 7"))
                .isEqualTo(new Ledger.Verdict(4, 5L));
        var stranger = PracticeLogKeys.of("XB-1").of("domestic");
        var forged =
                Note.sign(checkpoint(node.log().checkpoint()).text(), stranger).write();
        assertThat(brokenAfter("update ledger.checkpoint set note = '%s' where size = 7".formatted(forged)))
                .isEqualTo(new Ledger.Verdict(4, 5L));
    }

    /** Who owns the database writes another history with all its hashes: only the signature is not theirs to write. */
    @Test
    void another_history_does_not_pass_under_the_signed_root() throws Exception {
        record(4);
        node.step(NOON);
        var kept = db.sql("select * from ledger.checkpoint").query().singleRow();

        use(PracticeDatabase.fresh("ledger"));
        record(5);
        node.takeSome(NOON);
        assertThat(whole().holds()).isTrue();
        db.sql(
                        "insert into ledger.checkpoint (log, size, root, time, note) values ('domestic', 4, :root, :time, :note)")
                .params(kept)
                .update();

        assertThat(whole()).isEqualTo(new Ledger.Verdict(0, 1L));
        node.sign(NOON);
        assertThat(count("ledger.checkpoint"))
                .as("nothing is signed that contradicts what was")
                .isEqualTo(1);
    }

    @Test
    void a_rolled_back_log_does_not_continue_the_checkpoint_that_somebody_kept() throws Exception {
        record(3);
        node.step(NOON);
        record(3);
        node.step(NOON);
        var kept = node.log().checkpoint();

        behindTheTrigger("""
                delete from ledger.line where n > 3;
                update ledger.head set n = 3, hash = (select hash from ledger.line where n = 3);
                delete from ledger.checkpoint where size > 3;
                delete from ledger.subtree where (at + 1) << level > 3;
                update ledger.tree set size = 3
                """);
        assertThat(whole()).as("within itself it holds").isEqualTo(new Ledger.Verdict(3, null));
        assertThat(verify(node.log().proof(1, null), kept)).isEqualTo(1);
        assertThat(said).contains("had 6 lines and now has 3");
        assertThatThrownBy(() -> node.log().proof(1, 6L)).isInstanceOf(RuleBroken.class);

        record(5);
        node.step(NOON);
        assertThat(verify(node.log().proof(1, 6L), kept)).isEqualTo(1);
        assertThat(said).contains("does not continue its first 6 lines");
    }

    @Test
    void what_is_asked_wrongly_is_refused() {
        assertThat(node.log().standing().root()).isEqualTo(hex(MerkleTree.root(List.of())));
        record(2);
        node.step(NOON);
        record(1);
        for (var wrong : List.of(3L, Long.MAX_VALUE)) {
            assertThatThrownBy(() -> node.log().proof(wrong, null)).hasMessageContaining("log.not-yet-signed");
        }
        for (var wrong : List.of(0L, -1L)) {
            assertThatThrownBy(() -> node.log().proof(wrong, null)).hasMessageContaining("log.unknown-line");
            assertThatThrownBy(() -> node.log().proof(1, wrong)).hasMessageContaining("log.unknown-size");
        }
        assertThatThrownBy(
                        () -> db.sql("update ledger.checkpoint set root = 'x'").update())
                .hasMessageContaining("the ledger only grows");
        assertThatThrownBy(() -> db.sql("update ledger.tree set size = 1").update())
                .hasMessageContaining("the ledger only grows");
    }

    private Ledger.Verdict brokenAfter(String change) {
        return node.inTransaction.execute(tx -> {
            db.sql("set local session_replication_role = replica").update();
            db.sql(change).update();
            var verdict = whole();
            tx.setRollbackOnly();
            return verdict;
        });
    }

    private void behindTheTrigger(String changes) {
        node.inTransaction.executeWithoutResult(tx -> {
            db.sql("set local session_replication_role = replica").update();
            for (var each : changes.split(";")) db.sql(each).update();
        });
    }
}
