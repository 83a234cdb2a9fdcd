package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.Requests;
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

    private static DataSource database;
    private static JdbcClient db;

    @BeforeAll
    static void many_open_requests() throws Exception {
        database = PracticeDatabase.emptied("cooperation", 3);
        db = JdbcClient.create(database);
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

    /**
     * By a plan that is made once for all values, as the database makes it after a few of one kind. Of the others all twenty
     * thousand are: their count ends after a thousand.
     */
    @ParameterizedTest
    @EnumSource(
            value = View.class,
            names = {"ANSWER_NOW", "ENDS_SOON", "WAITING", "MINE"})
    void no_count_of_what_is_rare_reads_the_list_from_end_to_end(View view) throws Exception {
        boolean mine = view == View.MINE;
        var counted = RequestRows.countSql(view, mine, false, NOON).replace(":owner", "$1");
        assertThat(plan(counted)).doesNotContain("Seq Scan");
    }

    /** The list, too, asks for nothing that its filter does not. */
    @Test
    void what_is_in_somebodys_hands_is_found_by_the_index_of_owners() throws Exception {
        var filter = new Requests.Filter(View.ALL, null, List.of(), null, null, "o7", null, null);
        var listed = "select thread from cooperation.request where true" + FilterSql.where(filter);
        assertThat(plan(listed.replace(":owner", "$1"))).contains("request_owner");
    }

    private static String plan(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare asked (text) as " + sql);
            var plan = new ArrayList<String>();
            try (var lines = statement.executeQuery("explain execute asked ('o7')")) {
                while (lines.next()) plan.add(lines.getString(1));
            }
            statement.execute("deallocate asked");
            statement.execute("reset plan_cache_mode");
            return String.join("\n", plan);
        }
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
