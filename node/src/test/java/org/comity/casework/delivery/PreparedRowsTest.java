package org.comity.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Of two items of a delivery that end at the same moment, one sees that both have ended. */
class PreparedRowsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String THREAD = "00000000-0000-4000-8000-000000000001";

    private final CyclicBarrier bothHaveChanged = new CyclicBarrier(2);
    private PreparedRows rows;
    private TransactionTemplate transaction;

    @BeforeEach
    void an_empty_table() throws Exception {
        var source = PracticeDatabase.emptied("cooperation", 3);
        rows = new PreparedRows(JdbcClient.create(source));
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Test
    void the_later_of_two_sees_what_the_earlier_changed() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var seen = pool.invokeAll(List.of(changing("a"), changing("b")), 60, TimeUnit.SECONDS);

            assertThat(List.of(seen.get(0).get(), seen.get(1).get())).containsExactlyInAnyOrder(1, 2);
        }
    }

    private Callable<Integer> changing(String delivery) {
        return () -> transaction.execute(it -> {
            rows.put(delivery.repeat(64), THREAD, "matched", NOON);
            meet();
            rows.inTurn(THREAD);
            return rows.ofThread(THREAD, 10).size();
        });
    }

    private void meet() {
        try {
            bothHaveChanged.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
