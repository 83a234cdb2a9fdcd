package org.comity.casework.requests;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.procedure.Dispatch;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code cooperation.dispatch}: letters of ours on their way, and what stands at a seat here; of each request the list
 * holds the one it speaks of.
 */
@Repository
class DispatchRows {

    private final JdbcClient db;

    DispatchRows(JdbcClient db) {
        this.db = db;
    }

    void ready(String thread, String act, Instant at, Instant postBy) {
        db.sql("""
                insert into cooperation.dispatch (act, thread, ready_at, post_by) values (:act, :thread, :at, :postBy)
                on conflict (act) do nothing
                """)
                .param("act", act)
                .param("thread", thread)
                .param("at", at.atOffset(UTC))
                .param("postBy", postBy.atOffset(UTC))
                .update();
        list(thread, at);
    }

    /** It stands at the seat of the authority as soon as it is there. */
    void atSeat(String thread, String act, Instant at) {
        db.sql("""
                insert into cooperation.dispatch (act, thread, ready_at, post_by, channel, day, posted_at)
                values (:act, :thread, :at, :at, 'SEAT', :day, :at)
                on conflict (act) do nothing
                """)
                .param("act", act)
                .param("thread", thread)
                .param("at", at.atOffset(UTC))
                .param("day", LocalDate.ofInstant(at, UTC))
                .update();
        list(thread, at);
    }

    /** All that waits to be posted to the authority stands at its seat; returns the threads. */
    List<String> seatTaken(String authority, Instant at) {
        return listed(
                db.sql("""
                update cooperation.dispatch
                   set channel = 'SEAT', day = :day, posted_at = :at
                 where posted_at is null
                   and thread in (select thread from cooperation.request where counterpart = :authority)
             returning thread
                """)
                        .param("day", LocalDate.ofInstant(at, UTC))
                        .param("at", at.atOffset(UTC))
                        .param("authority", authority)
                        .query(String.class)
                        .list(),
                at);
    }

    /** All that nobody opened at the seat of the authority waits to be posted; returns the threads. */
    List<String> seatEmpty(String authority, Instant at, Instant postBy) {
        return listed(
                db.sql("""
                update cooperation.dispatch
                   set channel = null, day = null, posted_at = null, post_by = :postBy
                 where channel = 'SEAT' and received_on is null
                   and thread in (select thread from cooperation.request where counterpart = :authority)
             returning thread
                """)
                        .param("postBy", postBy.atOffset(UTC))
                        .param("authority", authority)
                        .query(String.class)
                        .list(),
                at);
    }

    private List<String> listed(List<String> changed, Instant at) {
        var threads = changed.stream().distinct().toList();
        threads.forEach(it -> list(it, at));
        return threads;
    }

    /** @return whether something stood there that nobody had opened */
    boolean openedAtSeat(String thread, LocalDate day, String person, Instant at) {
        int opened = db.sql("""
                update cooperation.dispatch set received_on = :day, received_by = :person
                 where thread = :thread and channel = 'SEAT' and received_on is null
                """)
                .param("day", day)
                .param("person", person)
                .param("thread", thread)
                .update();
        if (opened > 0) list(thread, at);
        return opened > 0;
    }

    /** The first way it left by counts. */
    void posted(String thread, String act, Channel by, LocalDate day, String number, String official, Instant at) {
        db.sql("""
                insert into cooperation.dispatch (act, thread, ready_at, post_by, channel, number, day, official, posted_at)
                values (:act, :thread, :at, :at, :channel, :number, :day, :official, :at)
                on conflict (act) do update
                   set channel = excluded.channel, number = excluded.number, day = excluded.day,
                       official = excluded.official, posted_at = excluded.posted_at
                 where dispatch.posted_at is null
                """)
                .param("act", act)
                .param("thread", thread)
                .param("channel", by.name())
                .param("number", number)
                .param("day", day)
                .param("official", official)
                .param("at", at.atOffset(UTC))
                .update();
        list(thread, at);
    }

    /** @param shownBy act of theirs, or official of ours who says that they confirmed it */
    void received(String thread, String act, LocalDate day, String shownBy, Instant at) {
        db.sql("""
                update cooperation.dispatch set received_on = :day, received_by = :by
                 where act = :act and thread = :thread and posted_at is not null and received_on is null
                """)
                .param("day", day)
                .param("by", shownBy)
                .param("act", act)
                .param("thread", thread)
                .update();
        list(thread, at);
    }

    List<Dispatch> of(String thread) {
        return db.sql("""
                select * from cooperation.dispatch
                 where thread = :thread
                   and (posted_at is null
                        or act in (select act from cooperation.dispatch
                                    where thread = :thread order by ready_at desc, act desc limit 200))
                 order by ready_at, act
                """)
                .param("thread", thread)
                .query((row, n) -> read(row, ""))
                .list();
    }

    /** The oldest that waits to be posted, else the newest. */
    private void list(String thread, Instant at) {
        db.sql("""
                update cooperation.request r
                   set letter_act = d.act, letter_ready_at = d.ready_at, letter_post_by = d.post_by,
                       letter_channel = d.channel, letter_number = d.number, letter_day = d.day,
                       letter_official = d.official, letter_posted_at = d.posted_at, letter_received_on = d.received_on,
                       post_by = case when d.posted_at is null then d.post_by end,
                       changed_at = greatest(r.changed_at, :at)
                  from (select * from cooperation.dispatch
                         where thread = :thread
                         order by posted_at is not null, case when posted_at is null then ready_at end, ready_at desc, act
                         limit 1) d
                 where r.thread = d.thread
                """).param("thread", thread).param("at", at.atOffset(UTC)).update();
    }

    static @Nullable Dispatch ofRequest(ResultSet row) throws SQLException {
        return row.getString("letter_act") == null ? null : read(row, "letter_");
    }

    private static Dispatch read(ResultSet row, String prefix) throws SQLException {
        var channel = row.getString(prefix + "channel");
        return new Dispatch(
                row.getString(prefix + "act"),
                InstantColumn.instant(row, prefix + "ready_at"),
                InstantColumn.instant(row, prefix + "post_by"),
                channel == null ? null : Channel.valueOf(channel),
                row.getString(prefix + "number"),
                row.getObject(prefix + "day", LocalDate.class),
                row.getString(prefix + "official"),
                InstantColumn.instantIfAny(row, prefix + "posted_at"),
                row.getObject(prefix + "received_on", LocalDate.class));
    }
}
