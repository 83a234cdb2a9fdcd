package org.comity.notification;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.AlarmCalls;
import org.comity.casework.BeforeForgetting;
import org.comity.notification.AlarmSettings.Who;
import org.comity.notification.KeptAlarmCall.How;
import org.comity.notification.KeptAlarmCall.Key;
import org.comity.notification.Reminder.Status;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code notification.alarm_call}: each step of the chain once for each request, claimed by one process at a time. */
@Repository
class AlarmCallRows extends MailRows implements AlarmCalls, BeforeForgetting {

    private final JdbcClient db;

    AlarmCallRows(JdbcClient db) {
        super(db, "notification.alarm_call");
        this.db = db;
    }

    /** What was dropped because a shift was over waits again once its officer is back. */
    void plan(Key key, boolean emergency, Instant now) {
        db.sql("""
                insert into notification.alarm_call
                       (thread, emergency, who, after_seconds, how, target, shift, status, next_attempt, planned_at)
                values (:thread, :emergency, :who, :after, :how, :target, :shift, 'WAITING', :now, :now)
                on conflict (thread, who, after_seconds, how, target, shift) do update
                   set status = 'WAITING', next_attempt = :now, planned_at = :now, settled_at = null, last_error = null,
                       claimed_until = null, attempts = 0
                 where alarm_call.status = 'DROPPED'
                """)
                .param("thread", key.thread())
                .param("emergency", emergency)
                .param("who", key.who().name())
                .param("after", key.after().toSeconds())
                .param("how", key.how().name())
                .param("target", key.target())
                .param("shift", key.shift())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** What is written down already of these requests, and waits, was told or was refused. */
    Set<Key> planned(List<String> threads) {
        return db.sql("""
                select thread, who, after_seconds, how, target, shift from notification.alarm_call
                 where thread = any (string_to_array(:threads, ',')) and status <> 'DROPPED'
                """)
                .param("threads", String.join(",", threads))
                .query((row, _) -> new Key(
                        row.getString("thread"),
                        Who.valueOf(row.getString("who")),
                        Duration.ofSeconds(row.getInt("after_seconds")),
                        How.valueOf(row.getString("how")),
                        row.getString("target"),
                        row.getString("shift")))
                .set();
    }

    /** The next that is due, emergencies first, and what was never tried before what is tried again; nobody else gets it until {@code until}. */
    Optional<KeptAlarmCall> claim(How how, Instant now, Instant until) {
        return db.sql("""
                update notification.alarm_call set claimed_until = :until, attempts = attempts + 1
                 where id = (
                       select id from notification.alarm_call
                        where status = 'WAITING' and how = :how and next_attempt <= :now
                          and (claimed_until is null or claimed_until < :now)
                        order by emergency desc, least(attempts, 1), next_attempt, id limit 1 for update skip locked)
                returning *
                """)
                .param("how", how.name())
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(AlarmCallRows::row)
                .optional();
    }

    /** Claimed, and not tried. */
    void held(long id, Instant next, String error) {
        db.sql("update notification.alarm_call set attempts = attempts - 1 where id = :id")
                .param("id", id)
                .update();
        postponed(id, next, error);
    }

    void sent(long id, String receipt, Instant now) {
        db.sql("update notification.alarm_call set receipt = :receipt where id = :id")
                .param("id", id)
                .param("receipt", receipt)
                .update();
        settled(id, Status.SENT, "", now);
    }

    /** Bounded at 1,000; what a clock that was ahead has left in a later hour is not counted. */
    int sentBetween(How how, Instant since, Instant now) {
        return db.sql("""
                select count(*) from (select from notification.alarm_call
                 where status = 'SENT' and how = :how and settled_at > :since and settled_at <= :now limit 1000) as sent
                """)
                .param("how", how.name())
                .param("since", since.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /** Of one request, oldest first, at most 100; what was not needed any more is left out. */
    List<KeptAlarmCall> of(String thread) {
        return db.sql("""
                select * from notification.alarm_call where thread = :thread and status <> 'DROPPED' order by id limit 100
                """).param("thread", thread).query(AlarmCallRows::row).list();
    }

    @Override
    public Optional<AlarmCall> last(String thread) {
        return db.sql("""
                select who, how, settled_at from notification.alarm_call
                 where thread = :thread and status = 'SENT' order by settled_at desc, id desc limit 1
                """)
                .param("thread", thread)
                .query((row, _) -> new AlarmCall(
                        row.getString("who"), row.getString("how"), InstantColumn.instant(row, "settled_at")))
                .optional();
    }

    /** What was not needed any more; what was tried to wake somebody stays with the request. */
    @Override
    void forget(Instant before) {
        db.sql("""
                delete from notification.alarm_call where id in (
                       select id from notification.alarm_call
                        where status = 'DROPPED' and settled_at < :before order by settled_at limit 500)
                """).param("before", before.atOffset(UTC)).update();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from notification.alarm_call where thread = :thread")
                .param("thread", thread)
                .update();
    }

    private static KeptAlarmCall row(ResultSet row, int number) throws SQLException {
        return new KeptAlarmCall(
                row.getLong("id"),
                row.getString("thread"),
                row.getBoolean("emergency"),
                Who.valueOf(row.getString("who")),
                Duration.ofSeconds(row.getInt("after_seconds")),
                How.valueOf(row.getString("how")),
                row.getString("target"),
                row.getString("shift"),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getString("receipt"),
                InstantColumn.instant(row, "planned_at"),
                InstantColumn.instantIfAny(row, "settled_at"));
    }
}
