package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comity.database.PracticeDatabase;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.tree.MerkleTree;
import org.comity.vocabulary.RuleBroken;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class GrowingLogTest extends OneLog {

    @Test
    void every_line_is_proved_under_each_later_checkpoint() throws Exception {
        var chance = new Random(110_2);
        var checkpoints = new ArrayList<String>();
        while (size() < 60) {
            record(chance.nextInt(1, 25));
            node.step(NOON);
            checkpoints.add(node.log().checkpoint());
        }

        assertThat(root()).isEqualTo(hex(MerkleTree.root(leaves())));
        assertThat(node.log().standing()).isEqualTo(new LogTree.State(size(), root(), size(), NOON.instant(), false));
        for (long n = 1; n <= size(); n++) {
            assertThat(verify(node.log().proof(n, null))).as(said).isZero();
        }
        for (var earlier : checkpoints) {
            var before = checkpoint(earlier).size();
            assertThat(verify(node.log().proof(1, before), earlier)).as(said).isZero();
            assertThat(said).contains("still holds the %d lines".formatted(before));
        }
        assertThat(whole()).isEqualTo(new Ledger.Verdict(size(), null));
    }

    @Test
    void what_is_read_of_several_lines_is_of_one_checkpoint() {
        assertThat(node.log().covered(List.of(1L))).isEmpty();
        record(7);
        node.step(NOON);
        record(3);

        var covered = node.log().covered(List.of(2L, 7L, 8L, 99L)).orElseThrow();
        var checkpoint = checkpoint(covered.checkpoint());
        assertThat(checkpoint.size()).isEqualTo(7);
        assertThat(covered.lines())
                .containsOnlyKeys(2L, 7L)
                .allSatisfy((n, it) -> assertThat(MerkleTree.includes(
                                checkpoint.rootBytes(), 7, it.line().leaf(), n - 1, it.path()))
                        .isTrue());
    }

    @Test
    void more_lines_than_one_batch_come_in_and_nothing_new_signs_nothing() {
        record(1001);
        assertThat(node.takeSome(NOON)).isTrue();
        assertThat(size()).isEqualTo(1000);
        node.step(NOON);
        node.step(NOON);

        assertThat(size()).isEqualTo(1001);
        assertThat(root()).isEqualTo(hex(MerkleTree.root(leaves())));
        assertThat(count("ledger.checkpoint")).isEqualTo(1);
    }

    @Test
    void lines_from_before_the_tree_come_in_unchanged() throws Exception {
        use(PracticeDatabase.fresh());
        migrate("110.1");
        record(5);
        var before = db.sql("select * from ledger.line order by id").query().listOfRows();
        migrate("latest");

        assertThat(size()).isZero();
        assertThat(whole()).isEqualTo(new Ledger.Verdict(5, null));
        record(2);
        node.step(NOON);

        assertThat(db.sql("select * from ledger.line where n <= 5 order by id")
                        .query()
                        .listOfRows())
                .isEqualTo(before);
        assertThat(whole()).isEqualTo(new Ledger.Verdict(7, null));
        for (long n = 1; n <= 7; n++) {
            assertThat(verify(node.log().proof(n, null))).as(said).isZero();
        }
    }

    @Test
    void whoever_comes_second_passes_by_without_waiting() {
        record(3);
        var other = PracticeLog.in(source);
        try (var pool = Executors.newSingleThreadExecutor()) {
            node.within(() -> {
                assertThat(node.growing(NOON).takeSome()).isTrue();
                return get(pool.submit(() -> {
                    assertThat(other.takeSome(NOON)).isFalse();
                    other.sign(NOON);
                    return true;
                }));
            });
        }
        assertThat(size()).isEqualTo(3);
        assertThat(count("ledger.checkpoint")).isZero();
    }

    @Test
    void two_processes_make_one_tree_while_lines_are_written() throws Exception {
        var writing = new AtomicBoolean(true);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var steps = List.of(PracticeLog.in(source), PracticeLog.in(source)).stream()
                    .map(it -> pool.submit(() -> {
                        while (writing.get()) it.step(NOON);
                    }))
                    .toList();
            var writers = List.of(pool.submit(() -> record(150)), pool.submit(() -> record(150)));
            for (var each : writers) {
                each.get(4, TimeUnit.MINUTES);
            }
            writing.set(false);
            for (var each : steps) {
                each.get(4, TimeUnit.MINUTES);
            }
        }
        node.step(NOON);

        assertThat(size()).isEqualTo(300);
        assertThat(root()).isEqualTo(hex(MerkleTree.root(leaves())));
        assertThat(whole()).isEqualTo(new Ledger.Verdict(300, null));
        assertThat(count("ledger.subtree")).isEqualTo(subtreesOf(300));
    }

    @Test
    void a_kill_within_a_step_leaves_nothing_and_between_steps_loses_nothing() throws Exception {
        record(6);
        assertThatThrownBy(() -> node.within(() -> {
                    node.growing(NOON).takeSome();
                    return kill();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(size()).isZero();
        assertThat(count("ledger.subtree")).isZero();

        node.takeSome(NOON);
        assertThatThrownBy(() -> node.within(() -> {
                    node.growing(NOON).sign();
                    return kill();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> node.log().checkpoint()).isInstanceOf(RuleBroken.class);

        PracticeLog.in(source).step(NOON);
        assertThat(checkpoint(node.log().checkpoint()))
                .isEqualTo(new Checkpoint("comity/XA-1/domestic", 6, hex(MerkleTree.root(leaves()))));
        assertThat(whole()).isEqualTo(new Ledger.Verdict(6, null));
    }

    @Test
    void without_a_key_the_tree_grows_unsigned() {
        record(2);
        var operator = PracticeLog.unsigned(source);
        operator.step(NOON);

        assertThat(operator.log().standing())
                .isEqualTo(new LogTree.State(2, hex(MerkleTree.root(leaves())), 0, null, false));
        assertThatThrownBy(() -> operator.log().proof(1, null)).isInstanceOf(RuleBroken.class);
        assertThat(operator.ledger(NOON).verify().holds()).isTrue();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/ledger")
                .target(target)
                .load()
                .migrate();
    }

    private static long subtreesOf(long size) {
        long all = 0;
        for (long level = size; level > 0; level >>= 1) all += level;
        return all;
    }

    /** What {@code kill -9} of the node is to its database: the connection ends before the commit. */
    private boolean kill() {
        var own = db.sql("select pg_backend_pid()").query(Integer.class).single();
        try (var pool = Executors.newSingleThreadExecutor()) {
            return get(pool.submit(() -> db.sql("select pg_terminate_backend(:own)")
                    .param("own", own)
                    .query(Boolean.class)
                    .single()));
        }
    }

    private static <T> T get(java.util.concurrent.Future<T> what) {
        try {
            return what.get(2, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
