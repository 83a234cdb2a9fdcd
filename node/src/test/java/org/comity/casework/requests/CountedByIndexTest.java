package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.comity.database.CountedStatements;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk reads no more because more requests are open: its numbers stand in an index, and its lists begin in one. */
class CountedByIndexTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int OPEN = 20_000;
    private static final String OFFICER = "o7";

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
                        changed_at, due, emergency, confidential, channel, owner)
                select 't' || n, 'XA-2026-' || n, 'XA-1', 'preservation/1', 'XB-1', 'requesting', 'mail', 'Requested',
                       cast(:noon as timestamptz) + (n % :rare + 1) * interval '15 days',
                       case when n % :rare = 1 then 'THEIRS' else 'OURS' end, :noon, :noon,
                       cast(:noon as timestamptz) + (n % :rare) * interval '2 hours', false, false, 'NODE',
                       case when n % 10 = 0 then :officer end
                  from generate_series(1, :open) as n
                """)
                .param("noon", NOON.atOffset(ZoneOffset.UTC))
                .param("rare", RARE)
                .param("officer", OFFICER)
                .param("open", OPEN)
                .update();
        // A vacuum takes for seen by all only what is on the disk.
        db.sql("checkpoint").update();
        await().atMost(Duration.ofMinutes(1)).until(CountedByIndexTest::everyPageIsSeenByAll);
    }

    /** While anybody still looks at the database as it was, e.g. PostgreSQL's own analyzer, a vacuum leaves pages to be looked up. */
    private static boolean everyPageIsSeenByAll() {
        db.sql("vacuum analyze cooperation.request").update();
        return db.sql("select relallvisible >= relpages from pg_class where oid = 'cooperation.request'::regclass")
                .query(Boolean.class)
                .single();
    }

    /**
     * By a plan that is made once for all values, as the database makes it after a few of one kind. Of the others all twenty
     * thousand are: their count ends after five hundred, whatever it reads.
     */
    @ParameterizedTest
    @EnumSource(
            value = View.class,
            names = {"ANSWER_NOW", "ENDS_SOON", "WAITING", "MINE"})
    void a_number_of_the_desk_is_counted_in_an_index_alone(View view) throws Exception {
        boolean mine = view == View.MINE;
        var counted = RequestRows.countSql(view, mine, false, NOON).replace(":owner", "$1");
        assertThat(plan(counted)).contains("Index Only Scan").doesNotContain("Seq Scan", "Bitmap");
    }

    @Test
    void of_what_is_more_than_is_counted_one_more_is_counted_and_no_other() {
        var rows = new RequestRows(db);
        assertThat(rows.count(View.ALL_OPEN, null, Set.of(), NOON)).isEqualTo(Requests.MOST_COUNTED + 1);
        assertThat(rows.count(View.MINE, OFFICER, Set.of(), NOON)).isEqualTo(Requests.MOST_COUNTED + 1);
    }

    /** As the rail asks it on each page: of some procedures, which hardly any request is of. */
    @Test
    void a_number_of_some_procedures_is_counted_by_an_index_and_no_further_than_is_said() throws Exception {
        var rare = new Requests.Filter(
                View.OURS_TO_ACT, null, List.of(), null, null, null, null, NOON, List.of("capacity-need"), null);
        assertThat(plan(ListRows.countSql(new ListRows.Asked(rare, Set.of(), Requests.Order.DUE, null), "")))
                .contains("request_law")
                .doesNotContain("Seq Scan");
        var many = new Requests.Filter(
                View.OURS_TO_ACT, null, List.of(), null, null, null, null, NOON, List.of("preservation"), null);
        assertThat(counted(new ListRows.Asked(many, Set.of(), Requests.Order.DUE, null), null))
                .isEqualTo(Requests.MOST_COUNTED + 1);
        assertThat(counted(new ListRows.Asked(rare, Set.of("t1"), Requests.Order.DUE, null), null))
                .isZero();
    }

    /** As the desk asks it at each load: of those that were ever closed none is sorted. */
    @Test
    void what_ends_in_one_state_of_a_procedure_is_counted_by_its_end() throws Exception {
        var filter = new Requests.Filter(
                View.ALL, null, List.of(), "Requested", null, null, null, NOON, List.of("preservation"), null);
        var asked = new ListRows.Asked(filter, Set.of(), Requests.Order.DUE, null);
        assertThat(plan(ListRows.countSql(asked, ListRows.ENDING.replace(":ending", "'2026-03-20T12:00:00Z'"))))
                .contains(
                        "request_law_ends", "Index Cond: ((split_part(procedure, '/'::text, 1) = 'preservation'::text)")
                .contains("(until <= ")
                .doesNotContain("Sort", "Seq Scan");
        assertThat(counted(asked, NOON.plus(Duration.ofDays(20)))).isEqualTo(OPEN / RARE);
        assertThat(counted(asked, NOON)).isZero();
        var ends = NOON.plus(Duration.ofDays(20));
        var each = List.of(new ListRows.Ending(asked, NOON), new ListRows.Ending(asked, ends));
        assertThat(new ListRows(db).count(each)).as("in one look").containsExactly(0, OPEN / RARE);
    }

    private static int counted(ListRows.Asked asked, @Nullable Instant ending) {
        return new ListRows(db)
                .count(List.of(new ListRows.Ending(asked, ending)))
                .getFirst();
    }

    @Test
    void the_numbers_of_all_views_come_in_one_look_and_are_those_of_each() {
        var views = List.of(View.ANSWER_NOW, View.WAITING, View.ENDS_SOON, View.ALL_OPEN, View.MINE);
        var rows = new RequestRows(db);
        var one = CountedStatements.sent(() ->
                assertThat(rows.counts(views, OFFICER, Set.of("t1"), NOON)).hasSize(views.size()));
        assertThat(one).hasSize(1);
        assertThat(rows.counts(views, OFFICER, Set.of("t1"), NOON))
                .allSatisfy((view, n) -> assertThat(n)
                        .as(view.name())
                        .isEqualTo(rows.count(view, view == View.MINE ? OFFICER : null, Set.of("t1"), NOON)));
    }

    /** The list, too, asks for nothing that its filter does not, and what is in somebody's hands stands in the desk's order. */
    @Test
    void what_is_in_somebodys_hands_is_found_by_the_index_of_owners() throws Exception {
        var mine = new Requests.Filter(View.MINE, null, List.of(), null, null, OFFICER, null, NOON);
        assertThat(plan(listed(mine, Requests.Order.DUE)))
                .contains("request_mine")
                .doesNotContain("Sort", "Seq Scan");
        var all = new Requests.Filter(View.ALL, null, List.of(), null, null, OFFICER, null, null);
        assertThat(plan("select thread from cooperation.request where true"
                        + FilterSql.where(all).replace(":owner", "$1")))
                .contains("request_owner");
    }

    @Test
    void what_is_in_nobodys_hands_is_found_by_an_index_of_its_own() throws Exception {
        var open = new Requests.Filter(View.ALL_OPEN, null, List.of(), null, null, "", null, NOON);
        assertThat(plan(listed(open, Requests.Order.DUE)))
                .contains("request_nobodys")
                .doesNotContain("Sort", "Seq Scan");
    }

    /** As the notices of the desk ask it: of a procedure, a state or a State that hardly any request has. */
    @Test
    void what_no_request_is_of_is_not_looked_for_from_end_to_end() throws Exception {
        for (var order : Requests.Order.values()) {
            for (var view : List.of(View.ALL, View.ENDS_SOON)) {
                var law = new Requests.Filter(
                        view, null, List.of(), null, null, null, null, NOON, List.of("interception"), null);
                assertThat(plan(listed(law, order))).as("%s %s", view, order).contains("request_law");
                var state = new Requests.Filter(
                        view, null, List.of(), "Closed", null, null, null, NOON, List.of("interception"), null);
                assertThat(plan(listed(state, order))).as("%s %s", view, order).contains("request_law");
            }
        }
        var counterpart = new Requests.Filter(View.ALL, null, List.of(), null, "XB-2", null, null, NOON);
        assertThat(plan(listed(counterpart, Requests.Order.DUE))).contains("request_counterpart");
    }

    /** A magistrate's every page counts it. */
    @Test
    void what_awaits_an_order_is_found_in_an_index_that_holds_nothing_else() throws Exception {
        var rows = new RequestRows(db);
        var waiting = new WaitingRows(db);
        assertThat(plan(WaitingRows.AWAITING_ORDER
                        .replace(":hidden", "'{}'")
                        .replace(":after::text", "null")
                        .replace(":first", "false")
                        .replace(":opened", "now()")
                        .replace(":after", "''")
                        .replace(":most", "51")))
                .contains("request_awaits_order")
                .doesNotContain("file_line", "Sort", "Seq Scan");
        assertThat(waiting.awaitingOrder(Set.of(), null, 50)).isEmpty();
        db.sql("update cooperation.request set awaits_order = true where thread in ('t7', 't8')")
                .update();
        assertThat(waiting.awaitingOrder(Set.of(), null, 50))
                .extracting(RequestRow::thread)
                .containsExactly("t7", "t8");
        assertThat(waiting.awaitingOrder(Set.of("t7"), null, 50))
                .extracting(RequestRow::thread)
                .containsExactly("t8");
        var first = waiting.awaitingOrder(Set.of(), null, 1).getFirst();
        assertThat(waiting.awaitingOrder(Set.of(), ListCursor.of(first, Requests.Order.NEWEST), 50))
                .as("the next page")
                .extracting(RequestRow::thread)
                .containsExactly("t8");
        assertThat(waiting.countAwaitingOrder(Set.of())).isEqualTo(2);
        assertThat(rows.awaitsOrder("t7")).isTrue();
        assertThat(rows.awaitsOrder("t9")).isFalse();
    }

    @Test
    void a_closed_request_that_is_disputed_takes_no_place_from_the_others() {
        var waiting = new WaitingRows(db);
        db.sql("update cooperation.request set disputed = true where thread in ('t7', 't8')")
                .update();
        assertThat(waiting.disputed(Set.of(), null, 50))
                .extracting(RequestRow::thread)
                .containsExactlyInAnyOrder("t7", "t8");
        assertThat(waiting.disputed(Set.of("t7"), null, 50))
                .extracting(RequestRow::thread)
                .containsExactly("t8");
        var first = waiting.disputed(Set.of(), null, 1).getFirst();
        assertThat(waiting.disputed(Set.of(), ListCursor.of(first, Requests.Order.CHANGED), 50))
                .as("the next page")
                .extracting(RequestRow::thread)
                .doesNotContain(first.thread())
                .hasSize(1);
        assertThat(waiting.countDisputed(Set.of())).isEqualTo(2);
    }

    @Test
    void what_is_no_word_of_ours_never_stands_in_a_statement() {
        assertThat(FilterSql.literal("XB-2")).isEqualTo("'XB-2'");
        assertThat(List.of("O'Hara's\\' or true --", "a b", "", "x".repeat(65), "\0"))
                .allSatisfy(it -> assertThat(FilterSql.literal(it)).isEqualTo("''"));
    }

    private static String listed(Requests.Filter filter, Requests.Order order) {
        return ListRows.sql(RequestRows.ROWS, new ListRows.Asked(filter, Set.of(), order, null), "")
                .replace(":owner", "$1")
                .replace(":limit", "51");
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
        // Due much later; the other is their turn.
        db.sql("update cooperation.request set emergency = true where thread in ('t501', 't1001')")
                .update();
        assertThat(rows.count(View.ANSWER_NOW, null, Set.of(), NOON))
                .as("life at risk is answered at once")
                .isEqualTo(OPEN / RARE + 3);
        assertThat(rows.count(View.WAITING, null, Set.of(), NOON)).isEqualTo(OPEN / RARE - 1);
    }
}
