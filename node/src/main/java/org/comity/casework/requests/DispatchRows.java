package org.comity.casework.requests;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
                insert into cooperation.dispatch (act, thread, ready_at, post_by, channel, day, posted_at, their_case)
                values (:act, :thread, :at, :at, 'SEAT', :day, :at,
                        (select their_case from cooperation.request where thread = :thread))
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
                update cooperation.dispatch d set channel = 'SEAT', day = :day, posted_at = :at,
                       their_case = (select their_case from cooperation.request r where r.thread = d.thread)
                 where posted_at is null and not_posted_at is null
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
        db.sql("""
                select 1 from cooperation.request
                 where counterpart = :authority
                   and thread in (select thread from cooperation.dispatch where channel = 'SEAT' and received_on is null)
                 order by thread
                   for update
                """).param("authority", authority).query(Integer.class).list();
        return listed(
                db.sql("""
                update cooperation.dispatch set channel = null, day = null, posted_at = null, their_case = null, post_by = :postBy
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

    /** The first way it left by counts, until it is corrected. */
    void posted(String thread, String act, Channel by, LocalDate day, String number, String official, Instant at) {
        db.sql("""
                insert into cooperation.dispatch (act, thread, ready_at, post_by, channel, number, day, official, posted_at, their_case)
                values (:act, :thread, :at, :at, :channel, :number, :day, :official, :at,
                        (select their_case from cooperation.request where thread = :thread))
                on conflict (act) do update
                   set channel = excluded.channel, number = excluded.number, day = excluded.day,
                       official = excluded.official, posted_at = excluded.posted_at,
                       their_case = excluded.their_case, not_posted_at = null, not_posted_why = ''
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

    /**
     * @param shownBy act of theirs, or official of ours who says that they confirmed it
     * @return false if it was received already
     */
    boolean received(String thread, String act, LocalDate day, String shownBy, Instant at) {
        int received = db.sql("""
                update cooperation.dispatch set received_on = :day, received_by = :by
                 where act = :act and thread = :thread and posted_at is not null and received_on is null
                """)
                .param("day", day)
                .param("by", shownBy)
                .param("act", act)
                .param("thread", thread)
                .update();
        list(thread, at);
        return received == 1;
    }

    Optional<Dispatch> ofAct(String thread, String act) {
        return db.sql("select * from cooperation.dispatch where act = :act and thread = :thread")
                .param("thread", thread)
                .param("act", act)
                .query((row, n) -> read(row, ""))
                .optional();
    }

    List<Dispatch> of(String thread) {
        return db.sql("""
                select * from cooperation.dispatch
                 where thread = :thread
                   and (posted_at is null and not_posted_at is null
                        or act in (select act from cooperation.dispatch
                                    where thread = :thread order by ready_at desc, act desc limit 200))
                 order by ready_at, act
                """)
                .param("thread", thread)
                .query((row, n) -> read(row, ""))
                .list();
    }

    /** It left otherwise than was said. */
    void corrected(Dispatch letter, String thread, Instant at) {
        db.sql("""
                update cooperation.dispatch set channel = :channel, number = :number, day = :day, official = :official,
                       received_on = :received, received_by = case when cast(:received as date) is null then null else :by end
                 where act = :act and thread = :thread and posted_at is not null
                """)
                .param("channel", Objects.requireNonNull(letter.channel()).name())
                .param("number", letter.number())
                .param("day", letter.day())
                .param("official", letter.official())
                .param("received", letter.receivedOn(), Types.DATE)
                .param("by", letter.official())
                .param("act", letter.act())
                .param("thread", thread)
                .update();
        list(thread, at);
    }

    /** It was marked by mistake: it waits to be posted. */
    void notLeft(String thread, String act, Instant at) {
        db.sql("""
                update cooperation.dispatch set channel = null, number = '', day = null, official = null, posted_at = null,
                       their_case = null, received_on = null, received_by = null
                 where act = :act and thread = :thread
                """).param("act", act).param("thread", thread).update();
        list(thread, at);
    }

    /** What is ready of it waits no longer. */
    void notPosted(String thread, Collection<String> acts, String why, String official, Instant at) {
        db.sql("""
                update cooperation.dispatch set not_posted_at = :at, not_posted_why = :why, official = :official
                 where thread = :thread and act in (:acts) and posted_at is null and not_posted_at is null
                """)
                .param("at", at.atOffset(UTC))
                .param("why", why)
                .param("official", official)
                .param("thread", thread)
                .param("acts", acts)
                .update();
        list(thread, at);
    }

    /** Its authority has a node since: no letter of the thread waits any longer; returns how many did. */
    int nodeStands(String thread, Instant at) {
        int letters = db.sql("""
                update cooperation.dispatch set not_posted_at = :at
                 where thread = :thread and posted_at is null and not_posted_at is null
                """)
                .param("at", at.atOffset(UTC))
                .param("thread", thread)
                .update();
        list(thread, at);
        return letters;
    }

    /** Of each request in which a letter waits to be posted, by whom it is awaited. */
    Map<String, String> waiting() {
        var found = new HashMap<String, String>();
        db.sql("select thread, counterpart from cooperation.request where post_by is not null")
                .query(row -> {
                    found.put(row.getString("thread"), row.getString("counterpart"));
                });
        return found;
    }

    /** The oldest that waits to be posted, else the newest that left. */
    private void list(String thread, Instant at) {
        db.sql("""
                update cooperation.request r
                   set letter_act = d.act, letter_ready_at = d.ready_at, letter_post_by = d.post_by,
                       letter_channel = d.channel, letter_number = d.number, letter_day = d.day,
                       letter_official = d.official, letter_posted_at = d.posted_at, letter_received_on = d.received_on,
                       post_by = case when d.posted_at is null then d.post_by end,
                       changed_at = greatest(r.changed_at, :at)
                  from (select 1) as one
                  left join (select * from cooperation.dispatch
                              where thread = :thread and (posted_at is not null or not_posted_at is null)
                              order by posted_at is not null, case when posted_at is null then ready_at end, ready_at desc, act
                              limit 1) d on true
                 where r.thread = :thread
                """).param("thread", thread).param("at", at.atOffset(UTC)).update();
    }

    static @Nullable Dispatch ofRequest(ResultSet row) throws SQLException {
        return row.getString("letter_act") == null ? null : read(row, "letter_");
    }

    private static Dispatch read(ResultSet row, String prefix) throws SQLException {
        var channel = row.getString(prefix + "channel");
        boolean listed = !prefix.isEmpty();
        return new Dispatch(
                row.getString(prefix + "act"),
                InstantColumn.instant(row, prefix + "ready_at"),
                InstantColumn.instant(row, prefix + "post_by"),
                channel == null ? null : Channel.valueOf(channel),
                row.getString(prefix + "number"),
                row.getObject(prefix + "day", LocalDate.class),
                row.getString(prefix + "official"),
                InstantColumn.instantIfAny(row, prefix + "posted_at"),
                row.getObject(prefix + "received_on", LocalDate.class),
                listed ? null : InstantColumn.instantIfAny(row, "not_posted_at"),
                listed ? "" : row.getString("not_posted_why"),
                listed ? null : row.getString("their_case"));
    }
}
