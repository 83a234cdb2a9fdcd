package org.comity.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.comity.casework.LegalHolds.Hold;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What oversight reads of requests of which nothing is deleted. */
class HoldRowsTest {

    @Test
    void a_closed_request_takes_no_place_from_the_others() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 8));
        db.sql("""
                insert into cooperation.legal_hold (thread, why, set_by, set_at)
                select 't' || i, 'A court asked.', 'maren', timestamptz '2026-03-01' + i * interval '1 hour'
                  from generate_series(100, 151) i
                """).update();
        var rows = new HoldRows(db);

        assertThat(rows.standing(Set.of(), "", 50))
                .hasSize(50)
                .extracting(Hold::thread)
                .doesNotContain("t101");
        assertThat(rows.standing(Set.of(), "t102", 50))
                .as("none is left out: what does not fit stands on the next page")
                .extracting(Hold::thread)
                .containsExactly("t101", "t100");
        assertThat(rows.standing(Set.of("t151"), "", 50))
                .hasSize(50)
                .extracting(Hold::thread)
                .doesNotContain("t151")
                .contains("t101");
    }
}
