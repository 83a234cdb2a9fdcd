package org.comity.notification;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.comity.notification.Reminder.Status;
import org.comity.notification.ReminderRecipient.Kind;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sets down in a table of mails how far each is, and counts them; and claims the next that is due. */
@Repository
abstract class MailRows {

    private final JdbcClient db;
    private final String table;

    /**
     * @param table with columns {@code id}, {@code status}, {@code attempts}, {@code next_attempt}, {@code claimed_until},
     *     {@code settled_at} and {@code last_error}
     */
    MailRows(JdbcClient db, String table) {
        this.db = db;
        this.table = table;
    }

    /**
     * The next mail that is due, oldest first; nobody else gets it until {@code until}. Not for a table whose mails can stop being
     * true while they wait.
     */
    <T> Optional<T> claim(Instant now, Instant until, RowMapper<T> row) {
        return db.sql("""
                update %1$s set claimed_until = :until, attempts = attempts + 1
                 where id = (
                       select id from %1$s
                        where status = 'WAITING' and next_attempt <= :now
                          and (claimed_until is null or claimed_until < :now)
                        order by next_attempt, id limit 1 for update skip locked)
                returning *
                """.formatted(table))
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(row)
                .optional();
    }

    /** What was settled long ago, some of it. */
    void forget(Instant before) {
        db.sql("""
                delete from %1$s where id in (
                       select id from %1$s
                        where status <> 'WAITING' and settled_at < :before order by settled_at limit 500)
                """.formatted(table)).param("before", before.atOffset(UTC)).update();
    }

    void settled(long id, Status status, String error, Instant now) {
        db.sql("""
                update %s
                   set status = :status, settled_at = :now, claimed_until = null, last_error = nullif(:error, '')
                 where id = :id and status = 'WAITING'
                """.formatted(table))
                .param("id", id)
                .param("status", status.name())
                .param("error", error)
                .param("now", now.atOffset(UTC))
                .update();
    }

    void postponed(long id, Instant next, String error) {
        db.sql("""
                update %s set next_attempt = :next, last_error = :error, claimed_until = null
                 where id = :id and status = 'WAITING'
                """.formatted(table))
                .param("id", id)
                .param("next", next.atOffset(UTC))
                .param("error", error)
                .update();
    }

    /**
     * A clock that went back leaves mails that wait, or are claimed, until a day which is far: they are due now.
     *
     * @param latest for which what failed or is being sent can wait
     */
    int clockWentBack(Instant now, Instant latest) {
        return db.sql("""
                update %s set next_attempt = least(next_attempt, :now), claimed_until = null
                 where status = 'WAITING' and (next_attempt > :latest or claimed_until > :latest)
                """.formatted(table))
                .param("now", now.atOffset(UTC))
                .param("latest", latest.atOffset(UTC))
                .update();
    }

    /**
     * What the server said is set down: tried again later, or never.
     *
     * @param pause until the next attempt
     * @return whether others may be sent: the server is there
     */
    boolean failed(long id, MailPost.NotSent failed, Instant now, Duration pause) {
        if (failed.last()) {
            settled(id, Status.FAILED, failed.code(), now);
            return true;
        }
        postponed(id, now.plus(pause), failed.code());
        return false;
    }

    /** Of a table that also has the columns {@code recipient}, {@code address} and {@code language}. */
    static ReminderRecipient recipient(ResultSet row) throws SQLException {
        return new ReminderRecipient(
                Kind.valueOf(row.getString("recipient")),
                row.getString("address"),
                ReminderRecipient.spoken(row.getString("language")));
    }

    /** Bounded at 1,000 each. */
    Figures figures(Instant since) {
        return db.sql(figuresSql(table))
                .param("since", since.atOffset(UTC))
                .query((row, n) -> new Figures(row.getInt("trying"), row.getInt("failed"), row.getInt("sent")))
                .single();
    }

    static String figuresSql(String table) {
        return """
                select (select count(*) from (select 1 from %1$s
                         where status = 'WAITING' and last_error is not null limit 1000) as a) as trying,
                       (select count(*) from (select 1 from %1$s
                         where status = 'FAILED' and settled_at > :since limit 1000) as b) as failed,
                       (select count(*) from (select 1 from %1$s
                         where status = 'SENT' and settled_at > :since limit 1000) as c) as sent
                """.formatted(table);
    }

    /** @param trying failed or held back so far, and tried again; {@code failed} for good, {@code sent}: since the given instant */
    record Figures(int trying, int failed, int sent) {

        Figures and(Figures others) {
            return new Figures(trying + others.trying, failed + others.failed, sent + others.sent);
        }
    }
}
