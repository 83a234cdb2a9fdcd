package org.comity.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.comity.casework.PreparedActs;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Of two items that end at the same moment, one sees that both have; what waits to be said is found in one look. */
class PreparedRowsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String THREAD = "00000000-0000-4000-8000-000000000001";

    private final CyclicBarrier bothHaveChanged = new CyclicBarrier(2);
    private JdbcClient db;
    private PreparedRows rows;
    private TransactionTemplate transaction;

    @BeforeEach
    void an_empty_table() throws Exception {
        var source = PracticeDatabase.emptied("cooperation", 3);
        db = JdbcClient.create(source);
        rows = new PreparedRows(db);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Test
    void the_later_of_two_sees_what_the_earlier_changed() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var seen = pool.invokeAll(List.of(changing("a"), changing("b")), 60, TimeUnit.SECONDS);

            assertThat(List.of(seen.get(0).get(), seen.get(1).get())).containsExactlyInAnyOrder(1, 2);
        }
    }

    /** Twenty stand on the desk; whoever does not know a request sees the next one in its place. */
    @Test
    void what_is_hidden_or_sent_takes_no_place_from_the_rest() {
        rows.put("a", "t1", "matched", NOON);
        rows.put("b", "t2", "matched", NOON.plusSeconds(1));
        rows.put("c", "t3", "matched", NOON.plusSeconds(2));
        drafted("b", Draft.Status.SENT);
        drafted("c", Draft.Status.SUBMITTED);

        assertThat(rows.oldest(Set.of("t1"), 1))
                .extracting(PreparedRows.Row::delivery, PreparedRows.Row::written)
                .containsExactly(tuple("c", new PreparedActs.Written("draft-c", Draft.Status.SUBMITTED)));
        assertThat(rows.oldest(Set.of(), 9))
                .extracting(PreparedRows.Row::delivery)
                .containsExactly("a", "c");
        assertThat(rows.find("b"))
                .hasValueSatisfying(it -> assertThat(it.sent()).isTrue());
    }

    @Test
    void of_each_thread_the_oldest_is_its_next_step_however_many_wait_elsewhere() {
        for (int n = 0; n < 30; n++) rows.put("other" + n, "t" + n, "matched", NOON);
        rows.put("sent", "t", "not-matched", NOON);
        drafted("sent", Draft.Status.SENT);
        rows.put("late", "t", "not-matched", NOON.plusSeconds(9));
        rows.put("first", "t", "matched", NOON.plusSeconds(8));

        assertThat(rows.first(List.of("t", "none")))
                .extracting(PreparedRows.Row::delivery)
                .containsExactly("first");
    }

    @Test
    void the_desk_is_told_that_more_wait_and_asks_no_request_for_itself() {
        for (int n = 0; n < 21; n++) rows.put("d" + n, "t" + n, "matched", NOON.plusSeconds(n));
        Requests requests = mock();
        when(requests.ofThreads(any()))
                .thenAnswer(it -> it.<Collection<String>>getArgument(0).stream()
                        .map(PreparedRowsTest::request)
                        .toList());
        var preparing =
                new PreparingMatch(rows, mock(), mock(), requests, mock(), mock(), mock(), mock(), Clock.systemUTC());

        assertThat(preparing.waiting(Set.of()))
                .satisfies(it -> assertThat(it.acts()).hasSize(20))
                .satisfies(it -> assertThat(it.more()).isTrue());
        assertThat(preparing.waiting(Set.of("t20")).more()).isFalse();
        assertThat(preparing.types("t20")).containsExactly("matched");
        assertThat(preparing.first(List.of("t20"))).containsExactly(Map.entry("t20", "matched"));
        verify(requests, never()).ofThread(any());
    }

    private static RequestRow request(String thread) {
        RequestRow row = mock();
        when(row.thread()).thenReturn(thread);
        return row;
    }

    private void drafted(String delivery, Draft.Status status) {
        var draft = "draft-" + delivery;
        db.sql("""
                insert into cooperation.draft
                       (id, procedure, type, role, counterpart, body, facts, status, version, written_by, saved_at)
                values (:id, 'p', 't', 'requesting', 'XB-1', '{}', '{}', :status, 1, 'maren', now())
                """).param("id", draft).param("status", status.name()).update();
        rows.draft(delivery, draft);
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
