package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many threads wait for an authority, a page of the others is full, and begins with what waits for us. */
class NotWaitingForTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** The newest hundred and forty wait for the authority; of the sixty before them every tenth waits for us. */
    private static final int THREADS = 200;

    private static final int OTHERS = 60;
    private static final int OURS = 6;
    private static final int PAGE = 50;

    private DataSource database;
    private JdbcClient db;
    private WaitingRows rows;

    @BeforeEach
    void two_hundred_threads_of_one_authority() throws Exception {
        database = PracticeDatabase.emptied("cooperation", 1);
        db = JdbcClient.create(database);
        rows = new WaitingRows(db);
        db.sql("""
                insert into cooperation.request
                       (thread, reference, author, procedure, counterpart, our_role, subject, state, turn, opened_at,
                        changed_at, emergency, confidential, channel)
                select 't' || n, 'XA-2026-' || n, 'XA-1', 'preservation/1', 'XD-1', 'requesting', 'mail', 'Requested',
                       case when n > :others then 'THEIRS' when n % 10 = 0 then 'OURS' else 'NOBODY' end,
                       cast(:noon as timestamptz) + n * interval '1 hour', :noon, false, false, 'SEAT'
                  from generate_series(1, :threads) as n
                """)
                .param("noon", NOON.atOffset(ZoneOffset.UTC))
                .param("others", OTHERS)
                .param("threads", THREADS)
                .update();
    }

    @Test
    void the_first_page_holds_fifty_of_the_others_and_first_those_that_wait_for_us() {
        var first = page(null);

        assertThat(first).hasSize(PAGE);
        assertThat(first.subList(0, OURS))
                .extracting(RequestRow::thread)
                .containsExactly("t60", "t50", "t40", "t30", "t20", "t10");
        assertThat(first.subList(OURS, PAGE)).extracting(RequestRow::turn).containsOnly(Turn.NOBODY);
        assertThat(first.get(OURS).thread()).as("the newest").isEqualTo("t59");
    }

    @Test
    void pages_lead_on_to_each_of_the_others_once() {
        var all = new ArrayList<>(page(null));
        all.addAll(page(ListCursor.read(ListCursor.byTurn(all.getLast()).text())));

        assertThat(all).hasSize(OTHERS);
        assertThat(Set.copyOf(all.stream().map(RequestRow::thread).toList())).hasSize(OTHERS);
        assertThat(page(ListCursor.byTurn(all.getLast()))).isEmpty();
        assertThat(page(ListCursor.byTurn(all.get(2))).getFirst().thread())
                .as("also from among those that wait for us")
                .isEqualTo("t30");
    }

    @Test
    void a_letter_that_is_ready_to_be_posted_waits_for_us() {
        db.sql("update cooperation.request set post_by = :noon where thread = 't61'")
                .param("noon", NOON.atOffset(ZoneOffset.UTC))
                .update();

        assertThat(page(null)).extracting(RequestRow::thread).startsWith("t61", "t60");
    }

    /** Of so few rows the database would read and sort all, if it might. */
    @Test
    void a_page_is_read_in_the_order_of_an_index() throws Exception {
        var sql = WaitingRows.NOT_WAITING_FOR
                .formatted("")
                .replace(":counterpart", "'XD-1'")
                .replace(":most", "11");
        var plan = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("analyze cooperation.request");
            statement.execute("set enable_sort = off");
            statement.execute("set enable_incremental_sort = off");
            try (var rows = statement.executeQuery("explain " + sql)) {
                while (rows.next()) plan.add(rows.getString(1));
            } finally {
                statement.execute("reset all");
            }
        }
        assertThat(String.join("\n", plan)).contains("request_not_waiting_for").doesNotContain("Sort");
    }

    private List<RequestRow> page(@Nullable ListCursor after) {
        return rows.notWaitingFor("XD-1", after, PAGE);
    }
}
