package org.comity.casework.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What oversight reads of acts that were not confirmed. */
class ConfirmationRowsTest {

    private ConfirmationRows rows;

    @BeforeEach
    void ten_were_not_confirmed() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 7));
        rows = new ConfirmationRows(db);
        db.sql("""
                insert into cooperation.draft
                       (id, procedure, type, role, counterpart, thread, reference, body, facts, status, version, written_by,
                        saved_at, submitted_by, act)
                select 'd' || i, 'preservation/1', 'request', 'requesting', 'XB-1', 't' || i, 'XA-2026-00000' || i, '{}', '{}',
                       'SENT', 1, 'maren', now(), 'maren', 'a' || i
                  from generate_series(0, 9) i
                """).update();
        db.sql("""
                insert into cooperation.confirmation (act, gone_ahead, at, outcome, second, decided_at, words)
                select 'a' || i, 'maren', now(), 'NOT_CONFIRMED', 'tolva', timestamptz '2026-03-01' + i * interval '1 hour', 'No.'
                  from generate_series(0, 9) i
                """).update();
    }

    @Test
    void what_is_closed_to_the_reader_takes_no_place_from_the_rest() {
        assertThat(rows.notConfirmed(Set.of("t9", "t8"), 3))
                .extracting(Confirmation::thread)
                .containsExactly("t7", "t6", "t5");
        assertThat(rows.notConfirmed(Set.of(), 2))
                .extracting(Confirmation::thread)
                .containsExactly("t9", "t8");
    }
}
