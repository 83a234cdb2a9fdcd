package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.comity.database.PracticeDatabase;
import org.comity.proof.log.LogLine;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ChainedLedgerTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00.123Z"), ZoneOffset.UTC);
    private static final Official MAREN = new Official("maren", "I. Maren", "XA-1/o-1", Set.of());

    private DataSource source;
    private JdbcClient db;
    private TransactionTemplate inTransaction;
    private Ledger ledger;

    @BeforeEach
    void fresh_database() throws Exception {
        source = PracticeDatabase.fresh("ledger");
        db = JdbcClient.create(source);
        inTransaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        ledger = PracticeLog.in(source).ledger(NOON);
    }

    @Test
    void lines_come_back_newest_first_and_page_by_page() {
        record("thread.read", "t1");
        record("act.approved", "t2");
        record("thread.read", "t1");

        assertThat(ledger.lines(null, null, 2)).extracting(Ledger.Line::n).containsExactly(3L, 2L);
        assertThat(ledger.lines(null, 2L, 2)).extracting(Ledger.Line::n).containsExactly(1L);
        assertThat(ledger.lines("t1", null, 200)).extracting(Ledger.Line::n).containsExactly(3L, 1L);
        assertThat(ledger.lines("t2", null, 200)).singleElement().satisfies(line -> {
            assertThat(line.official()).isEqualTo("maren");
            assertThat(line.facts()).isEqualTo(Map.of("pages", "3"));
            assertThat(line.time()).isEqualTo(NOON.instant());
        });
    }

    @Test
    void a_page_holds_at_most_two_hundred_lines() {
        inTransaction.executeWithoutResult(
                tx -> IntStream.range(0, 201).forEach(i -> ledger.record(null, "node.started", "node", Map.of())));

        assertThat(ledger.lines(null, null, 201)).hasSize(200);
        assertThat(ledger.verify()).isEqualTo(new Ledger.Verdict(201, null));
    }

    @Test
    void every_line_of_a_transaction_is_chained_however_many_it_has() {
        inTransaction.executeWithoutResult(tx -> IntStream.range(0, LineRows.AT_ONCE + 1)
                .forEach(i -> ledger.record(null, "node.started", "node", Map.of())));

        assertThat(ledger.verify()).isEqualTo(new Ledger.Verdict(LineRows.AT_ONCE + 1, null));
    }

    @Test
    void what_is_rolled_back_leaves_no_line() {
        inTransaction.executeWithoutResult(tx -> {
            ledger.record(MAREN, "thread.read", "t1", Map.of());
            tx.setRollbackOnly();
        });

        record("thread.read", "t2");

        assertThat(ledger.lines(null, null, 10))
                .extracting(Ledger.Line::subject)
                .containsExactly("t2");
        assertThat(ledger.verify()).isEqualTo(new Ledger.Verdict(1, null));
    }

    @Test
    void a_line_that_missed_its_commit_is_chained_by_the_next() {
        record("thread.read", "t1");
        var salt = "00".repeat(16);
        var commitment = LogLine.commitment(salt, null, "t2", Map.of()).sha256();
        new LineRows(db)
                .add(NOON.instant(), "thread.read", new LineRows.Written(null, "t2", Map.of(), salt, commitment));

        record("thread.read", "t3");

        assertThat(ledger.lines(null, null, 10))
                .extracting(Ledger.Line::subject)
                .containsExactly("t3", "t2", "t1");
        assertThat(ledger.verify().holds()).isTrue();
    }

    @Test
    void a_changed_line_is_found() {
        IntStream.range(0, 5).forEach(i -> record("thread.read", "t" + i));
        for (var change : new String[] {
            "subject = 'other'",
            "official = 'other'",
            "facts = '{}'",
            "what = 'other'",
            "time = time + interval '1 s'",
            "commitment = repeat('0', 64)",
            "hash = repeat('0', 64)",
            "salt = repeat('0', 32)"
        }) {
            assertThat(brokenAfter("update ledger.line set " + change + " where n = 3"))
                    .as(change)
                    .isEqualTo(new Ledger.Verdict(2, 3L));
        }
    }

    @Test
    void a_removed_line_is_found() {
        IntStream.range(0, 5).forEach(i -> record("thread.read", "t" + i));

        assertThat(brokenAfter("delete from ledger.line where n = 2")).isEqualTo(new Ledger.Verdict(1, 2L));
        assertThat(brokenAfter("delete from ledger.line where n = 5")).isEqualTo(new Ledger.Verdict(4, 5L));
    }

    @Test
    void the_database_itself_refuses_to_change_a_line() {
        record("thread.read", "t1");

        assertThatThrownBy(
                        () -> db.sql("update ledger.line set subject = 'other'").update())
                .hasMessageContaining("the ledger only grows");
        assertThatThrownBy(() -> db.sql("delete from ledger.line").update())
                .hasMessageContaining("the ledger only grows");
    }

    @Test
    void a_long_transaction_keeps_nobody_waiting() throws Exception {
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            var slow = pool.submit(() -> inTransaction.executeWithoutResult(tx -> {
                ledger.record(MAREN, "act.sealed", "slow", Map.of());
                written.countDown();
                await(mayCommit);
            }));
            await(written);

            record("thread.read", "quick");
            mayCommit.countDown();
            slow.get(2, TimeUnit.MINUTES);
        }

        assertThat(ledger.lines(null, null, 10))
                .extracting(Ledger.Line::subject)
                .containsExactly("slow", "quick");
        assertThat(ledger.verify()).isEqualTo(new Ledger.Verdict(2, null));
    }

    @Test
    void lines_of_many_at_once_make_one_chain() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 8)
                    .mapToObj(i ->
                            pool.submit(() -> IntStream.range(0, 20).forEach(j -> record("thread.read", "t" + i))))
                    .toList();
            for (var each : all) {
                each.get(2, TimeUnit.MINUTES);
            }
        }

        assertThat(ledger.verify()).isEqualTo(new Ledger.Verdict(160, null));
    }

    private void record(String what, String subject) {
        inTransaction.executeWithoutResult(tx -> ledger.record(MAREN, what, subject, Map.of("pages", "3")));
    }

    /** Changes the table behind the trigger's back, verifies, and takes the change back. */
    private Ledger.Verdict brokenAfter(String change) {
        return inTransaction.execute(tx -> {
            db.sql("set local session_replication_role = replica").update();
            db.sql(change).update();
            var verdict = ledger.verify();
            tx.setRollbackOnly();
            return verdict;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
