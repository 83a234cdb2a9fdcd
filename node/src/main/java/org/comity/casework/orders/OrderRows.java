package org.comity.casework.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.comity.casework.OrderFiled;
import org.comity.casework.orders.TypedOrder.Decision;
import org.comity.procedure.DomesticOrder;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.court_order}: one draft a request, and every decision. */
@Repository
class OrderRows {

    /** In the order of an index that holds open requests alone. */
    static final String ENDING = """
            select o.thread, o.number, r.order_ends as ends
              from cooperation.request r
             cross join lateral (select thread, number from cooperation.court_order
                                  where thread = r.thread and status = 'GRANTED' order by id desc limit 1) as o
             where r.order_ends <= :day and (r.order_ends, r.thread) > (:ends, :thread)
               and r.our_role = 'requested' and r.turn <> 'NOBODY' and r.until is not null
             order by r.order_ends, r.thread limit :limit
            """;

    static final int MOST_SAID = 50;

    private static final String SAID = """
            select id, number, court, data, coalesce(keep_until, ends) as until, may_tell
              from cooperation.court_order where thread = :thread and status = 'GRANTED'
            """;

    private final JdbcClient db;

    OrderRows(JdbcClient db) {
        this.db = db;
    }

    /** Until this transaction ends nobody else decides on an order for this request. */
    void lock(String thread) {
        db.sql("select 1 from cooperation.request where thread = :thread for update")
                .param("thread", thread)
                .query(Integer.class)
                .optional();
    }

    /** @param version counted up by each saving */
    record Draft(TypedOrder order, long version) {}

    Optional<Draft> draft(String thread) {
        return db.sql("select * from cooperation.court_order where thread = :thread and status = 'DRAFT'")
                .param("thread", thread)
                .query((row, n) -> {
                    var day = row.getObject("keep_until", LocalDate.class);
                    var order = new TypedOrder(
                            row.getString("number"),
                            row.getString("court"),
                            row.getString("custodian"),
                            row.getString("data"),
                            day == null ? "" : day.toString(),
                            row.getBoolean("may_tell"),
                            row.getString("reasons"));
                    return new Draft(order, row.getLong("version"));
                })
                .optional();
    }

    /**
     * Saves the draft; a decision ends it.
     *
     * @param ends until when a granted order lasts; null of a draft, or where the law sets no length and the order none
     */
    void put(
            String thread, TypedOrder order, Decision decision, @Nullable LocalDate ends, String official, Instant at) {
        db.sql("""
                insert into cooperation.court_order
                       (thread, number, court, custodian, data, keep_until, may_tell, reasons, status, official, saved_at)
                values (:thread, :number, :court, :custodian, :data, :until, :tell, :reasons, 'DRAFT', :official, :at)
                on conflict (thread) where status = 'DRAFT' do update
                   set number = excluded.number, court = excluded.court, custodian = excluded.custodian,
                       data = excluded.data, keep_until = excluded.keep_until, may_tell = excluded.may_tell,
                       reasons = excluded.reasons, official = excluded.official, saved_at = excluded.saved_at,
                       version = court_order.version + 1
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
        if (decision == Decision.DRAFT) return;
        // What is decided now is the newest, however long its draft lay there.
        db.sql("""
                update cooperation.court_order set id = default, status = :status, ends = :ends
                 where thread = :thread and status = 'DRAFT'
                """)
                .param("status", decision.name())
                .param("ends", ends, Types.DATE)
                .param("thread", thread)
                .update();
        if (decision == Decision.GRANTED) grantedLast(thread, ends);
    }

    /** Kept with the request, so that nobody reads all that was ever granted to learn what ends. */
    private void grantedLast(String thread, @Nullable LocalDate ends) {
        db.sql("update cooperation.request set order_ends = :ends where thread = :thread")
                .param("ends", ends, Types.DATE)
                .param("thread", thread)
                .update();
    }

    /**
     * An order of the domestic file. One that was granted in this thread under that number is there already, perhaps with a
     * shorter day that the magistrate named, and stays as it is; without a number it is always another.
     */
    void filed(OrderFiled order, LocalDate ends, Instant at) {
        int added = db.sql("""
                insert into cooperation.court_order
                       (thread, number, court, custodian, data, may_tell, reasons, status, ends, official, saved_at)
                select :thread, :number, '', '', '', false, '', 'GRANTED', :ends, :official, :at
                 where not exists (select 1 from cooperation.court_order
                                    where thread = :thread and number = :number and number <> '' and status = 'GRANTED')
                """)
                .param("thread", order.thread())
                .param("number", order.number())
                .param("ends", ends)
                .param("official", order.official())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) grantedLast(order.thread(), ends);
    }

    /** What a granted order says. */
    record Said(long id, DomesticOrder order) {}

    /** Those that were granted in this thread: those that last on this day first, of these the newest first. */
    ListPage<Said> said(String thread, LocalDate today) {
        return ListPage.of(
                db.sql(SAID + """
                         order by coalesce(keep_until, ends, :today) < :today, id desc limit :most
                        """)
                        .param("thread", thread)
                        .param("today", today)
                        .param("most", MOST_SAID + 1)
                        .query((row, _) -> said(row))
                        .list(),
                MOST_SAID);
    }

    /** One that was granted in this thread. */
    Optional<Said> said(String thread, long id) {
        return db.sql(SAID + " and id = :id")
                .param("thread", thread)
                .param("id", id)
                .query((row, _) -> said(row))
                .optional();
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getLong("id"),
                new DomesticOrder(
                        row.getString("number"),
                        row.getString("court"),
                        row.getString("data"),
                        row.getObject("until", LocalDate.class),
                        row.getBoolean("may_tell")));
    }

    /** A granted order of a thread that has not ended, and its last day. */
    record Granted(String thread, String number, LocalDate ends) {

        /** All come after it. */
        static final Granted FIRST = new Granted("", "", LocalDate.EPOCH);

        /** The place of one, as an address holds it; what is none begins at the beginning. */
        static Granted at(String place) {
            var parts = place.split("_", 2);
            try {
                return new Granted(parts[parts.length - 1], "", LocalDate.parse(parts[0]));
            } catch (DateTimeParseException _) {
                return FIRST;
            }
        }
    }

    /** The one that was granted last; nothing while it has no last day. */
    Optional<Granted> lastGranted(String thread) {
        return db.sql("""
                select * from (select thread, number, ends from cooperation.court_order
                                where thread = :thread and status = 'GRANTED' order by id desc limit 1) as newest
                 where ends is not null
                """).param("thread", thread).query(OrderRows::granted).optional();
    }

    /** Of requests to us that are open: the order that was granted last, if its last day comes by then; those after the given one. */
    List<Granted> endingBy(LocalDate day, Granted after, int limit) {
        return db.sql(ENDING)
                .param("day", day)
                .param("ends", after.ends())
                .param("thread", after.thread())
                .param("limit", limit)
                .query(OrderRows::granted)
                .list();
    }

    private static Granted granted(ResultSet row, int number) throws SQLException {
        return new Granted(row.getString("thread"), row.getString("number"), row.getObject("ends", LocalDate.class));
    }
}
