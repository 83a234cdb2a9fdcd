package org.comity.notification;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row a thread that keeps something until an instant. */
@Repository
class PeriodRows {

    private final JdbcClient db;

    PeriodRows(JdbcClient db) {
        this.db = db;
    }

    boolean none() {
        return !db.sql("select exists (select 1 from notification.period)")
                .query(Boolean.class)
                .single();
    }

    /** The end that holds now; the same again changes nothing. */
    void open(String thread, String reference, Instant until, Instant at) {
        db.sql("""
                insert into notification.period (thread, reference, until, sequence, open, changed_at, next_at)
                values (:thread, :reference, :until, 0, true, :at, :at)
                on conflict (thread) do update
                   set until = excluded.until, open = true, sequence = period.sequence + 1, changed_at = excluded.changed_at,
                       next_at = excluded.next_at, change_due = true, quiet_at = null, quiet_by = null
                 where period.until <> excluded.until or not period.open
                """)
                .param("thread", thread)
                .param("reference", reference)
                .param("until", until.atOffset(UTC))
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Nothing ends here any more. */
    void close(String thread, Instant at) {
        db.sql("""
                update notification.period
                   set open = false, sequence = sequence + 1, changed_at = :at, next_at = null, change_due = true
                 where thread = :thread and open
                """).param("thread", thread).param("at", at.atOffset(UTC)).update();
    }

    boolean quiet(String thread, @Nullable String by, Instant at) {
        return db.sql("""
                update notification.period set quiet_at = :at, quiet_by = :by, next_at = case when :by::text is null then :now else next_at end
                 where thread = :thread and open and (quiet_by is null) <> (:by::text is null)
                """)
                        .param("thread", thread)
                        .param("by", by)
                        .param("at", by == null ? null : at.atOffset(UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("now", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<KeptPeriod> find(String thread) {
        return db.sql("select * from notification.period where thread = :thread")
                .param("thread", thread)
                .query(PeriodRows::row)
                .optional();
    }

    List<KeptPeriod> ofThreads(Collection<String> threads) {
        return threads.isEmpty()
                ? List.of()
                : db.sql(
                                "select * from notification.period where thread in (:threads) and open order by until limit 500")
                        .param("threads", threads)
                        .query(PeriodRows::row)
                        .list();
    }

    /**
     * A clock that went back leaves periods whose next step waits for a later hour than one that is still to come: they are looked
     * at now.
     *
     * @param days before the end, at which there is a step
     */
    int clockWentBack(List<Integer> days, Instant now) {
        return db.sql("""
                update notification.period
                   set next_at = :now
                 where open and quiet_at is null and until > :now
                   and exists (select from unnest(:days::integer[]) as before(days)
                                where until - make_interval(hours => 24 * days) > :now
                                  and (next_at is null or next_at > until - make_interval(hours => 24 * days)))
                """)
                .param("days", days.toArray(Integer[]::new))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Those for which a step has come, locked until they are planned; another process takes others. */
    List<KeptPeriod> due(Instant now, int limit) {
        return db.sql("""
                select * from notification.period
                 where (open and quiet_at is null and next_at <= :now) or change_due
                 order by thread limit :limit for update skip locked
                """)
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query(PeriodRows::row)
                .list();
    }

    void planned(String thread, @Nullable Instant next) {
        db.sql("update notification.period set next_at = :next, change_due = false where thread = :thread")
                .param("next", next == null ? null : next.atOffset(UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("thread", thread)
                .update();
    }

    private static KeptPeriod row(ResultSet row, int number) throws SQLException {
        return new KeptPeriod(
                row.getString("thread"),
                row.getString("reference"),
                InstantColumn.instant(row, "until"),
                row.getInt("sequence"),
                row.getBoolean("open"),
                InstantColumn.instant(row, "changed_at"),
                row.getBoolean("change_due"),
                InstantColumn.instantIfAny(row, "quiet_at"));
    }
}
