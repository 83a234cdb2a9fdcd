package org.comity.casework.delivery;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.PreparedActs;
import org.comity.procedure.Draft;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.prepared}: deliveries of which something is to be said. */
@Repository
class PreparedRows {

    /** Of this program's locks, these. */
    private static final int DELIVERIES = 0x64656c69;

    private static final Set<Draft.Status> IN_HAND = EnumSet.of(Draft.Status.WRITING, Draft.Status.SUBMITTED);

    private static final String ROWS = """
            select p.*, d.status
              from cooperation.prepared p
              left join cooperation.draft d on d.id = p.draft
            """;

    private static final String NOT_SENT = " and d.status is distinct from 'SENT'";

    private final JdbcClient db;

    PreparedRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Until the transaction ends nobody else looks at the thread's deliveries: of two items that end at the same moment each
     * would not see the other's end, and nothing would be filled in.
     */
    void inTurn(String thread) {
        db.sql("select pg_advisory_xact_lock(:these, hashtext(:thread))")
                .param("these", DELIVERIES)
                .param("thread", thread)
                .query((row, n) -> n)
                .list();
    }

    /** The same again keeps its time and its draft. */
    void put(String delivery, String thread, String type, Instant at) {
        db.sql("""
                insert into cooperation.prepared (delivery, thread, type, at) values (:delivery, :thread, :type, :at)
                on conflict (delivery) do update
                   set type = excluded.type, at = excluded.at, draft = null
                 where prepared.type <> excluded.type
                """)
                .param("delivery", delivery)
                .param("thread", thread)
                .param("type", type)
                .param("at", at.atOffset(UTC))
                .update();
    }

    void forget(String delivery) {
        db.sql("delete from cooperation.prepared where delivery = :delivery")
                .param("delivery", delivery)
                .update();
    }

    void draft(String delivery, @Nullable String draft) {
        db.sql("update cooperation.prepared set draft = :draft where delivery = :delivery")
                .param("draft", draft)
                .param("delivery", delivery)
                .update();
    }

    /** Two presses at once become one draft: the row is locked until the transaction ends. */
    Optional<Row> lock(String delivery) {
        return db.sql(ROWS + "where p.delivery = :delivery for update of p")
                .param("delivery", delivery)
                .query(PreparedRows::row)
                .optional();
    }

    Optional<Row> find(String delivery) {
        return db.sql(ROWS + "where p.delivery = :delivery")
                .param("delivery", delivery)
                .query(PreparedRows::row)
                .optional();
    }

    List<Row> ofThread(String thread, int limit) {
        return db.sql(ROWS + "where p.thread = :thread order by p.at, p.delivery limit :limit")
                .param("thread", thread)
                .param("limit", limit)
                .query(PreparedRows::row)
                .list();
    }

    /** Those that nothing was sent about yet, of threads that are not hidden. */
    List<Row> oldest(Set<String> hidden, int limit) {
        return db.sql(ROWS + "where p.thread <> all (:hidden)" + NOT_SENT + " order by p.at, p.delivery limit :limit")
                .param("hidden", hidden.toArray(String[]::new))
                .param("limit", limit)
                .query(PreparedRows::row)
                .list();
    }

    /** The oldest of these threads that nothing was sent about yet, one a thread. */
    List<Row> first(Collection<String> threads) {
        return db.sql("select distinct on (thread) * from (" + ROWS + "where p.thread = any (:threads)" + NOT_SENT
                        + ") as of_these order by thread, at, delivery")
                .param("threads", threads.toArray(String[]::new))
                .query(PreparedRows::row)
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("delivery"),
                row.getString("thread"),
                row.getString("type"),
                InstantColumn.instant(row, "at"),
                row.getString("draft"),
                row.getString("status") == null ? null : Draft.Status.valueOf(row.getString("status")));
    }

    /** @param status of its draft */
    record Row(
            String delivery,
            String thread,
            String type,
            Instant at,
            @Nullable String draft,
            Draft.@Nullable Status status) {

        boolean sent() {
            return status == Draft.Status.SENT;
        }

        /** Its draft, while an officer can go on with it. */
        PreparedActs.@Nullable Written written() {
            return draft == null || status == null || !IN_HAND.contains(status)
                    ? null
                    : new PreparedActs.Written(draft, status);
        }
    }
}
