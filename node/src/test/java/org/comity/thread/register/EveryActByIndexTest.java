package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However long a thread is, each page of its acts is read from where the last one ended. */
class EveryActByIndexTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ENTERED = 20_000;

    private JdbcClient db;

    @BeforeEach
    void a_long_thread() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("thread", 1));
        db.sql("""
                insert into thread.thread
                       (id, procedure, convention, reference, opener, counterpart, our_role, we_keep, by_wire, drill,
                        opened_at, changed_at)
                values ('t', 'consultation/1', 'uncc/1', 'XA-2026-000001', 'XA-1', 'XB-1', 'requesting', true, true, false,
                        :noon, :noon)
                """).param("noon", NOON.atOffset(ZoneOffset.UTC)).update();
        db.sql("""
                insert into thread.act (id, thread, type, ours, envelope, container_hash, kept_at, n)
                select 'a' || n, 't', 'compare', true, '', '', cast(:noon as timestamptz) + n * interval '1 hour',
                       case when n <= :entered then n end
                  from generate_series(1, :entered + 5) as n
                """)
                .param("noon", NOON.atOffset(ZoneOffset.UTC))
                .param("entered", ENTERED)
                .update();
        db.sql("analyze thread.act").update();
    }

    @Test
    void a_page_begins_at_the_number_after_which_it_is_asked_for() {
        assertThat(plan(ActRows.REGISTERED)).anyMatch(it -> it.contains("Index Cond") && it.contains("n > 19900"));
    }

    @Test
    void those_without_an_entry_are_found_without_those_that_have_one() {
        assertThat(plan(ActRows.UNREGISTERED))
                .anyMatch(it -> it.contains("Index Cond") && it.contains("n IS NULL"))
                .anyMatch(it -> it.contains("Index Cond") && it.contains("n > 20000"));
    }

    private List<String> plan(String which) {
        return db.sql("explain " + ActRows.KEPT
                        + which.replace(":thread", "'t'")
                                .replace(":after", "19900")
                                .replace(":n", "20000")
                                .replace(":kept", "'1970-01-01T00:00:00Z'")
                                .replace(":id", "''"))
                .query(String.class)
                .list();
    }
}
