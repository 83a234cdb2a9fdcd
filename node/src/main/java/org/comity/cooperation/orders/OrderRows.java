package org.comity.cooperation.orders;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.comity.cooperation.orders.Order.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.court_order}: one draft a request, and every decision. */
@Repository
class OrderRows {

    private final JdbcClient db;

    OrderRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Order> draft(String thread) {
        return db.sql("select * from cooperation.court_order where thread = :thread and status = 'DRAFT'")
                .param("thread", thread)
                .query((row, n) -> {
                    var day = row.getObject("keep_until", LocalDate.class);
                    return new Order(
                            row.getString("number"),
                            row.getString("court"),
                            row.getString("custodian"),
                            row.getString("data"),
                            day == null ? "" : day.toString(),
                            row.getBoolean("may_tell"),
                            row.getString("reasons"));
                })
                .optional();
    }

    /** Saves the draft; a decision ends it. */
    void put(String thread, Order order, Decision decision, String official, Instant at) {
        db.sql("""
                insert into cooperation.court_order
                       (thread, number, court, custodian, data, keep_until, may_tell, reasons, status, official, saved_at)
                values (:thread, :number, :court, :custodian, :data, :until, :tell, :reasons, 'DRAFT', :official, :at)
                on conflict (thread) where status = 'DRAFT' do update
                   set number = excluded.number, court = excluded.court, custodian = excluded.custodian,
                       data = excluded.data, keep_until = excluded.keep_until, may_tell = excluded.may_tell,
                       reasons = excluded.reasons, official = excluded.official, saved_at = excluded.saved_at
                """)
                .param("thread", thread)
                .param("number", order.number())
                .param("court", order.court())
                .param("custodian", order.custodian())
                .param("data", order.data())
                .param("until", order.day(), Types.DATE)
                .param("tell", order.mayTell())
                .param("reasons", order.reasons())
                .param("official", official)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        db.sql("update cooperation.court_order set status = :status where thread = :thread and status = 'DRAFT'")
                .param("status", decision.name())
                .param("thread", thread)
                .update();
    }
}
