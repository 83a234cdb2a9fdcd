package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.comity.casework.OrderFiled;
import org.comity.casework.orders.OrderRows.Granted;
import org.comity.casework.orders.TypedOrder.Decision;
import org.comity.database.Migration;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that end soon are found without reading what was granted for requests that are over, or ends later. */
class OrdersByIndexTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");
    private static final TypedOrder ORDER =
            new TypedOrder("12/27", "Lake Court", "", "Mail logs.", "", false, "As asked.");

    private JdbcClient db;
    private OrderRows rows;

    @BeforeEach
    void many_are_over_or_end_later() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 1));
        rows = new OrderRows(db);
        db.sql("""
                insert into cooperation.request
                       (thread, reference, author, procedure, counterpart, our_role, subject, state, until, turn, opened_at,
                        changed_at, emergency, confidential, channel, order_ends)
                select 't' || n, 'XA-2026-' || n, 'XA-1', 'preservation/1', 'XB-1', 'requested', 'mail', 'Requested',
                       :noon, case when n < 5 or n % 2 = 0 then 'OURS' else 'NOBODY' end, :noon, :noon, false, false, 'NODE',
                       case when n >= 5 then date '2027-06-01' + case when n % 2 = 0 then n + 14 else -n end end
                  from generate_series(1, 20000) as n
                """).param("noon", NOON.atOffset(ZoneOffset.UTC)).update();
        db.sql("analyze cooperation.request").update();
    }

    @Test
    void what_ends_is_read_from_an_index_of_what_is_open() {
        var plan = db.sql("explain "
                        + OrderRows.ENDING
                                .replace(":day", "'2027-06-15'")
                                .replace(":ends", "'-infinity'")
                                .replace(":thread", "''")
                                .replace(":limit", "50"))
                .query(String.class)
                .list();

        assertThat(String.join("\n", plan))
                .contains("request_order_ends", "court_order_thread")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void of_a_request_the_order_that_was_granted_last_counts_while_it_is_open() {
        granted("t1", TODAY.plusDays(9));
        granted("t1", TODAY.plusDays(3));
        granted("t2", TODAY.plusDays(2));
        granted("t3", TODAY.plusDays(1));
        granted("t3", TODAY.plusDays(40));
        granted("t4", TODAY);
        granted("t4", null);
        granted("t9", TODAY);
        rows.put("t2", ORDER, Decision.REFUSED, null, "okell", NOON);
        rows.put("t1", ORDER, Decision.DRAFT, null, "okell", NOON);

        assertThat(rows.endingBy(TODAY.plusDays(14), OrderRows.Granted.FIRST, 50))
                .containsExactly(
                        new Granted("t2", "12/27", TODAY.plusDays(2)), new Granted("t1", "12/27", TODAY.plusDays(3)));

        db.sql("update cooperation.request set turn = 'NOBODY' where thread = 't2'")
                .update();
        db.sql("update cooperation.request set turn = 'OURS' where thread = 't9'")
                .update();
        assertThat(rows.endingBy(TODAY.plusDays(14), OrderRows.Granted.FIRST, 50))
                .as("one is over and one is open again")
                .extracting(Granted::thread)
                .containsExactly("t9", "t1");
        assertThat(rows.endingBy(TODAY.plusDays(14), OrderRows.Granted.FIRST, 1))
                .hasSize(1);
    }

    @Test
    void what_was_granted_before_stands_with_its_request() throws Exception {
        granted("t1", TODAY.plusDays(9));
        granted("t1", TODAY.plusDays(3));
        granted("t2", TODAY);
        granted("t2", null);
        rows.put("t1", ORDER, Decision.REFUSED, null, "okell", NOON);
        db.sql("update cooperation.request set order_ends = null").update();

        db.sql(Migration.statement("cooperation/V410_595__order_ends_with_the_request.sql", "update"))
                .update();

        assertThat(rows.endingBy(TODAY.plusDays(14), OrderRows.Granted.FIRST, 50))
                .containsExactly(new Granted("t1", "12/27", TODAY.plusDays(3)));
    }

    /** One that was granted under this number is there already. */
    @Test
    void an_order_of_the_domestic_file_counts_unless_it_is_there_already() {
        granted("t1", TODAY.plusDays(3));
        rows.filed(new OrderFiled("t1", "12/27", NOON, "okell"), TODAY.plusDays(8), NOON);
        assertThat(rows.endingBy(TODAY.plusDays(14), OrderRows.Granted.FIRST, 50))
                .extracting(Granted::ends)
                .containsExactly(TODAY.plusDays(3));

        rows.filed(new OrderFiled("t1", "13/27", NOON, "okell"), TODAY.plusDays(8), NOON);
        assertThat(rows.endingBy(TODAY.plusDays(14), OrderRows.Granted.FIRST, 50))
                .containsExactly(new Granted("t1", "13/27", TODAY.plusDays(8)));
    }

    /** The draft was begun before an order came on paper, and granted after it. */
    @Test
    void what_was_decided_last_counts_however_long_its_draft_lay_there() {
        rows.put("t1", ORDER, Decision.DRAFT, null, "okell", NOON);
        rows.filed(new OrderFiled("t1", "99/27", NOON, "maren"), TODAY.plusDays(3), NOON);
        granted("t1", TODAY.plusDays(9));

        var last = new Granted("t1", "12/27", TODAY.plusDays(9));
        assertThat(rows.lastGranted("t1")).contains(last);
        assertThat(rows.endingBy(TODAY.plusDays(14), OrderRows.Granted.FIRST, 50))
                .containsExactly(last);
    }

    private void granted(String thread, LocalDate ends) {
        rows.put(thread, ORDER, Decision.GRANTED, ends, "okell", NOON);
    }
}
