package org.comity.notification;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.notification.Reminder.Status;
import org.comity.notification.ReminderRecipient.Kind;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each mail once: a row for thread, end, step and address, claimed by one process at a time. */
@Repository
class ReminderRows extends MailRows {

    private final JdbcClient db;

    ReminderRows(JdbcClient db) {
        super(db, "notification.reminder");
        this.db = db;
    }

    void plan(KeptPeriod period, String step, ReminderRecipient to, Instant now) {
        db.sql("""
                insert into notification.reminder
                       (thread, sequence, step, recipient, address, language, status, next_attempt, planned_at)
                values (:thread, :sequence, :step, :recipient, :address, :language, 'WAITING', :now, :now)
                on conflict do nothing
                """)
                .param("thread", period.thread())
                .param("sequence", period.sequence())
                .param("step", step)
                .param("recipient", to.kind().name())
                .param("address", to.address())
                .param("language", to.language().tag())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /**
     * Whatever the end of the period is then: the same step is told to one address once.
     *
     * @param told another step, whose mail makes this one needless once it was sent; or the same
     */
    void planOnce(String thread, String step, String told, ReminderRecipient to, Instant now) {
        db.sql("""
                insert into notification.reminder
                       (thread, sequence, step, recipient, address, language, status, next_attempt, planned_at)
                select p.thread, p.sequence, :step, :recipient, :address, :language, 'WAITING', :now, :now
                  from notification.period p
                 where p.thread = :thread
                   and not exists (select 1 from notification.reminder r
                                    where r.thread = p.thread and r.address = :address
                                      and (r.step = :step or r.step = :told and r.status = 'SENT'))
                on conflict do nothing
                """)
                .param("thread", thread)
                .param("step", step)
                .param("told", told)
                .param("recipient", to.kind().name())
                .param("address", to.address())
                .param("language", to.language().tag())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** What waits and is overtaken: by a nearer step, or by another end. */
    void drop(KeptPeriod period, String exceptStep, Instant now) {
        db.sql("""
                update notification.reminder
                   set status = 'DROPPED', settled_at = :now, claimed_until = null
                 where thread = :thread and status = 'WAITING' and step not like 'ORDER %'
                   and (claimed_until is null or claimed_until < :now)
                   and (sequence < :sequence or step <> :step)
                """)
                .param("thread", period.thread())
                .param("sequence", period.sequence())
                .param("step", exceptStep)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** What waits and will not be sent, as its end has passed or another one holds: it waits for no mail server. */
    void dropOver(Instant now) {
        db.sql("""
                update notification.reminder r
                   set status = 'DROPPED', settled_at = :now, claimed_until = null
                  from notification.period p
                 where p.thread = r.thread and r.status = 'WAITING' and r.step not like 'ORDER %'
                   and (r.claimed_until is null or r.claimed_until < :now)
                   and (r.sequence < p.sequence or r.step <> 'ENDED' and (not p.open or p.until <= :now))
                """).param("now", now.atOffset(UTC)).update();
        // What was made quiet may be let speak again; until then no server is waited for.
        db.sql("""
                update notification.reminder r
                   set last_error = null
                  from notification.period p
                 where p.thread = r.thread and r.status = 'WAITING' and r.last_error is not null
                   and r.step not like 'ORDER %' and r.step <> 'ENDED' and p.quiet_at is not null
                   and (r.claimed_until is null or r.claimed_until < :now)
                """).param("now", now.atOffset(UTC)).update();
    }

    /** Those who were told of an earlier end of this thread, each address once. */
    List<ReminderRecipient> told(KeptPeriod period) {
        return db.sql("""
                select distinct on (address) recipient, address, language from notification.reminder
                 where thread = :thread and sequence < :sequence and status = 'SENT'
                 order by address, id desc limit 20
                """)
                .param("thread", period.thread())
                .param("sequence", period.sequence())
                .query((row, n) -> recipient(row))
                .list();
    }

    /** The next mail that is due and still true; nobody else gets it until {@code until}. */
    Optional<Reminder> claim(Instant now, Instant until) {
        return db.sql("""
                update notification.reminder
                   set claimed_until = :until, attempts = attempts + 1
                 where id = (
                       select r.id from notification.reminder r join notification.period p on p.thread = r.thread
                        where r.status = 'WAITING' and r.next_attempt <= :now
                          and (r.claimed_until is null or r.claimed_until < :now)
                          and (r.step like 'ORDER %' or r.sequence = p.sequence
                               and (r.step = 'ENDED' or (p.open and p.quiet_at is null and p.until > :now)))
                        order by r.next_attempt, r.id limit 1
                          for update of r skip locked)
                returning *
                """)
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(ReminderRows::row)
                .optional();
    }

    /** Of one thread, newest first, at most 20; what was overtaken is left out. */
    List<Reminder> of(String thread) {
        return db.sql("""
                select * from notification.reminder where thread = :thread and status <> 'DROPPED' order by id desc limit 20
                """).param("thread", thread).query(ReminderRows::row).list();
    }

    private static Reminder row(ResultSet row, int number) throws SQLException {
        return new Reminder(
                row.getLong("id"),
                row.getString("thread"),
                row.getString("step"),
                Kind.valueOf(row.getString("recipient")),
                row.getString("address"),
                ReminderRecipient.spoken(row.getString("language")),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getString("last_error"),
                InstantColumn.instantIfAny(row, "settled_at"));
    }
}
