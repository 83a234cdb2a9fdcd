package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Set;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.Requests.View;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers on the tabs of the desk are found in an index, however many requests are open. */
class CountedByIndexTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int OPEN = 20_000;

    /** Of them one in a thousand is due, one in a thousand ends, and one in a thousand waits for the other State. */
    private static final int RARE = 1_000;

    private static JdbcClient db;

    @BeforeAll
    static void many_open_requests() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 3));
        db.sql("""
                insert into cooperation.request
                       (thread, reference, author, procedure, counterpart, our_role, subject, state, until, turn, opened_at,
                        changed_at, due, emergency, confidential, channel)
                select 't' || n, 'XA-2026-' || n, 'XA-1', 'preservation/1', 'XB-1', 'requesting', 'mail', 'Requested',
                       cast(:noon as timestamptz) + (n % :rare + 1) * interval '15 days',
                       case when n % :rare = 1 then 'THEIRS' else 'OURS' end, :noon, :noon,
                       cast(:noon as timestamptz) + (n % :rare) * interval '2 hours', false, false, 'NODE'
                  from generate_series(1, :open) as n
                """)
                .param("noon", NOON.atOffset(ZoneOffset.UTC))
                .param("rare", RARE)
                .param("open", OPEN)
                .update();
        db.sql("vacuum analyze cooperation.request").update();
    }

    /** Of the others all twenty thousand are: their count ends after a thousand. */
    @ParameterizedTest
    @EnumSource(
            value = View.class,
            names = {"ANSWER_NOW", "ENDS_SOON", "WAITING", "MINE"})
    void no_count_of_what_is_rare_reads_the_list_from_end_to_end(View view) {
        var values = new HashMap<String, Object>();
        values.put("owner", view == View.MINE ? "o7" : null);
        values.put("now", NOON.atOffset(ZoneOffset.UTC));
        var plan = String.join(
                "\n",
                db.sql("explain " + RequestRows.countSql(view, false))
                        .params(values)
                        .query(String.class)
                        .list());
        assertThat(plan).doesNotContain("Seq Scan");
    }

    @Test
    void what_is_to_be_answered_now_is_ours_and_due_or_a_letter_to_be_posted() {
        var rows = new RequestRows(db);
        assertThat(rows.count(View.ANSWER_NOW, null, Set.of(), NOON)).isEqualTo(OPEN / RARE);
        db.sql("update cooperation.request set post_by = :noon where thread in ('t1', 't500')")
                .param("noon", NOON.atOffset(ZoneOffset.UTC))
                .update();
        assertThat(rows.count(View.ANSWER_NOW, null, Set.of(), NOON))
                .as("a letter counts whose turn it ever is")
                .isEqualTo(OPEN / RARE + 2);
        assertThat(rows.count(View.WAITING, null, Set.of(), NOON)).isEqualTo(OPEN / RARE - 1);
    }
}
