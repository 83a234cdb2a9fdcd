package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.comity.database.PracticeDatabase;
import org.comity.database.ReadBlocks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether anything waits for an officer is asked for every page, and costs no more where much does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToPressByIndexTest {

    private JdbcClient db;
    private BoundRows rows;

    /** In a thread that is closed to some, behind as many that came long ago. */
    @BeforeAll
    void many_wait() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("evidence", 1));
        rows = new BoundRows(db);
        db.sql("""
                insert into evidence.arrival (manifest, sender, thread, act, state, why, next_at, expected_at)
                select 'm' || n, 'XB-1', 'closed', 'a',
                       case when n <= 10000 then 'MATCHED' else 'PAUSED' end,
                       case when n <= 10000 then null else 'needs-officer' end, now(), now()
                  from generate_series(1, 20000) as n
                """).update();
        db.sql("vacuum analyze evidence.arrival").update();
    }

    @Test
    void the_first_that_waits_says_so() {
        assertThat(rows.anyToPress(Set.of())).isTrue();
        assertThat(ReadBlocks.of(db, BoundRows.ANY_TO_PRESS.replace(":hidden", "'{}'")))
                .isLessThan(10);
    }

    @Test
    void what_is_hidden_is_passed_over_in_the_index_alone() {
        assertThat(rows.anyToPress(Set.of("closed"))).isFalse();
        assertThat(rows.toPress(Set.of("closed"))).isEmpty();
        assertThat(rows.toPress(Set.of("another"))).isEqualTo(Map.of("XB-1", 10_000L));
        assertThat(ReadBlocks.of(db, BoundRows.ANY_TO_PRESS.replace(":hidden", "'{closed}'")))
                .isLessThan(30);
    }
}
