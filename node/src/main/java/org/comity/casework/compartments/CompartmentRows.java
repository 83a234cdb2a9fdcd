package org.comity.casework.compartments;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.compartments.Compartment.Proposal;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code cooperation.compartment} and {@code compartment_officer}. */
@Repository
class CompartmentRows {

    /** Of this program's locks, this one. */
    private static final int CLOSING = 0x636c6f73;

    private final JdbcClient db;

    CompartmentRows(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends nothing is sent that follows a request, and no other request is closed or opened. */
    void closing() {
        locked("pg_advisory_xact_lock");
    }

    /** Until the transaction ends no request is closed or opened: what was closed meanwhile is seen as closed. */
    void following() {
        locked("pg_advisory_xact_lock_shared");
    }

    private void locked(String how) {
        db.sql("select " + how + "(:this)")
                .param("this", CLOSING)
                .query((row, n) -> n)
                .list();
    }

    Set<String> hiddenFrom(String reader) {
        return new HashSet<>(
                db.sql("""
                select c.thread from cooperation.compartment c
                 where c.closed_at is not null
                   and not exists (select from cooperation.compartment_officer o
                                    where o.thread = c.thread and o.official = :reader)
                """).param("reader", reader).query(String.class).list());
    }

    /** Of each of these threads that is closed: the officials who are named. */
    Map<String, Set<String>> named(Collection<String> threads) {
        var named = new HashMap<String, Set<String>>();
        db.sql("""
                select c.thread, (select string_agg(o.official, ',') from cooperation.compartment_officer o
                         where o.thread = c.thread) as named
                  from cooperation.compartment c where c.closed_at is not null and c.thread in (:threads)
                """).param("threads", threads).query(row -> {
            named.put(row.getString("thread"), Set.copyOf(ids(row.getString("named"))));
        });
        return named;
    }

    int closed() {
        return db.sql("select count(*) from cooperation.compartment where closed_at is not null")
                .query(Integer.class)
                .single();
    }

    Optional<Compartment> find(String thread) {
        return db.sql("""
                select c.*, (select string_agg(o.official, ',' order by o.official)
                               from cooperation.compartment_officer o where o.thread = c.thread) as named
                  from cooperation.compartment c where c.thread = :thread
                """).param("thread", thread).query(CompartmentRows::row).optional();
    }

    /** False if something else is proposed now than what it takes the place of. */
    boolean propose(String thread, Proposal it, @Nullable Proposal before) {
        return db.sql("""
                insert into cooperation.compartment (thread, proposed, why, proposed_by, proposed_at)
                values (:thread, :named, :why, :by, :at)
                on conflict (thread) do update
                   set proposed = excluded.proposed, why = excluded.why, proposed_by = excluded.proposed_by,
                       proposed_at = excluded.proposed_at
                 where compartment.proposed_at is not distinct from cast(:before as timestamptz)
                   and compartment.proposed_by is not distinct from cast(:first as text)
                """)
                        .param("thread", thread)
                        .param("named", String.join(",", it.named()))
                        .param("why", it.why())
                        .param("by", it.by())
                        .param("at", it.at().atOffset(UTC))
                        .param(
                                "before",
                                before == null ? null : before.at().atOffset(UTC),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("first", before == null ? null : before.by(), Types.VARCHAR)
                        .update()
                == 1;
    }

    /** False if what is proposed is no longer this. */
    boolean drop(String thread, Proposal read) {
        return db.sql("""
                update cooperation.compartment
                   set proposed = null, why = null, proposed_by = null, proposed_at = null
                 where thread = :thread and proposed_by = :by and proposed_at = :at
                """)
                        .param("thread", thread)
                        .param("by", read.by())
                        .param("at", read.at().atOffset(UTC))
                        .update()
                == 1;
    }

    void close(String thread, List<String> named, Instant at) {
        named(thread, named);
        db.sql("update cooperation.compartment set closed_at = coalesce(closed_at, :at) where thread = :thread")
                .param("at", at.atOffset(UTC))
                .param("thread", thread)
                .update();
    }

    /** To those who are named in that other request. */
    void closeAs(String thread, String other, Instant at) {
        db.sql("insert into cooperation.compartment (thread) values (:thread) on conflict do nothing")
                .param("thread", thread)
                .update();
        close(thread, find(other).orElseThrow().named(), at);
    }

    void open(String thread) {
        named(thread, List.of());
        db.sql("update cooperation.compartment set closed_at = null where thread = :thread")
                .param("thread", thread)
                .update();
    }

    private void named(String thread, List<String> named) {
        db.sql("delete from cooperation.compartment_officer where thread = :thread")
                .param("thread", thread)
                .update();
        for (var official : named) {
            db.sql("insert into cooperation.compartment_officer (thread, official) values (:thread, :official)")
                    .param("thread", thread)
                    .param("official", official)
                    .update();
        }
    }

    private static Compartment row(ResultSet row, int number) throws SQLException {
        var by = row.getString("proposed_by");
        return new Compartment(
                row.getString("thread"),
                ids(row.getString("named")),
                InstantColumn.instantIfAny(row, "closed_at"),
                by == null
                        ? null
                        : new Proposal(
                                ids(row.getString("proposed")),
                                row.getString("why"),
                                by,
                                InstantColumn.instant(row, "proposed_at")));
    }

    private static List<String> ids(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }
}
