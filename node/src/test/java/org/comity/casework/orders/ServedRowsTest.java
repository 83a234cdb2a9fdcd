package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.comity.casework.orders.OrderRows.Said;
import org.comity.casework.orders.ServedRows.Begun;
import org.comity.casework.orders.ServedRows.Served;
import org.comity.casework.orders.TypedOrder.Decision;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.Draft.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of many orders of one request, those that can still be served and those that were served last are shown. */
class ServedRowsTest {

    private static final LocalDate TODAY = LocalDate.parse("2099-06-01");
    private static final Instant NOON = Instant.parse("2099-06-01T12:00:00Z");

    private JdbcClient db;
    private OrderRows orders;
    private ServedRows served;

    @BeforeEach
    void none() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 1));
        orders = new OrderRows(db);
        served = new ServedRows(db);
    }

    @Test
    void an_order_that_still_lasts_comes_before_newer_ones_that_are_over() {
        granted("first", TODAY);
        IntStream.rangeClosed(1, OrderRows.MOST_SAID + 5).forEach(it -> granted("over " + it, TODAY.minusDays(1)));

        var said = orders.said("t", TODAY);

        assertThat(said.more()).isTrue();
        assertThat(said.rows()).hasSize(OrderRows.MOST_SAID);
        assertThat(said.rows().getFirst().order().number()).isEqualTo("first");
        assertThat(said.rows().get(1).order().number()).isEqualTo("over " + (OrderRows.MOST_SAID + 5));
        assertThat(orders.said("t", said.rows().getFirst().id()).map(Said::order))
                .contains(said.rows().getFirst().order());
        assertThat(orders.said("other", said.rows().getFirst().id())).isEmpty();
    }

    @Test
    void what_was_thrown_away_takes_no_place_and_the_newest_come_first() {
        begun("kept", Status.WRITING);
        IntStream.rangeClosed(1, ServedRows.MOST).forEach(it -> begun("thrown " + it, Status.DISCARDED));
        begun("taken", Status.RECALLED);
        begun("sent", Status.SENT);

        assertThat(served.begun("t").rows())
                .containsExactly(
                        new Begun("sent", "of sent", "XD-1", Status.SENT, "1"),
                        new Begun("kept", null, "XD-1", Status.WRITING, "1"));
        assertThat(served.begun("t").more()).isFalse();

        IntStream.rangeClosed(1, ServedRows.MOST).forEach(it -> begun("more " + it, Status.WRITING));
        assertThat(served.begun("t").more()).isTrue();
        assertThat(served.begun("t").rows())
                .hasSize(ServedRows.MOST)
                .first()
                .matches(it -> it.draft().equals("more " + ServedRows.MOST));
    }

    private void granted(String number, LocalDate until) {
        var order = new TypedOrder(number, "Lake Court", "", "Mail logs.", until.toString(), false, "As asked.");
        orders.put("t", order, Decision.GRANTED, until, "okell", NOON);
    }

    private void begun(String draft, Status status) {
        db.sql("""
                insert into cooperation.draft
                       (id, procedure, type, role, counterpart, thread, body, facts, status, version, written_by, saved_at)
                values (:id, 'order/1', 'serve', 'requesting', 'XD-1', :thread, '{}', '{}', :status, 1, 'maren', now())
                """)
                .param("id", draft)
                .param("thread", status == Status.SENT ? "of " + draft : null)
                .param("status", status.name())
                .update();
        served.add(new Served(draft, "t", "1"));
    }
}
