package org.comity.notification;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import org.comity.seat.SeatNews;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code notification.seat_mail}: one mail for each act, claimed by one process at a time. */
@Repository
class SeatMailRows extends MailRows {

    private final JdbcClient db;

    SeatMailRows(JdbcClient db) {
        super(db, "notification.seat_mail");
        this.db = db;
    }

    void add(SeatNews news, Instant now) {
        db.sql("""
                insert into notification.seat_mail (authority, kind, act, key, happened_at, status, next_attempt)
                values (:authority, :kind, :act, :key, :now, 'WAITING', :now)
                on conflict (act) do nothing
                """)
                .param("authority", news.authority())
                .param("kind", news.kind().name())
                .param("act", news.act())
                .param("key", news.key())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The next mail that is due, oldest first; nobody else gets it until {@code until}. */
    Optional<SeatMail> claim(Instant now, Instant until) {
        return db.sql("""
                update notification.seat_mail set claimed_until = :until, attempts = attempts + 1
                 where id = (
                       select id from notification.seat_mail
                        where status = 'WAITING' and next_attempt <= :now
                          and (claimed_until is null or claimed_until < :now)
                        order by next_attempt, id limit 1 for update skip locked)
                returning *
                """)
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query((row, n) -> new SeatMail(
                        row.getLong("id"),
                        new SeatNews(
                                row.getString("authority"),
                                SeatNews.Kind.valueOf(row.getString("kind")),
                                row.getString("act"),
                                row.getString("key")),
                        InstantColumn.instant(row, "happened_at"),
                        row.getInt("attempts")))
                .optional();
    }

    /** What was settled long ago, some of it. */
    void forget(Instant before) {
        db.sql("""
                delete from notification.seat_mail where id in (
                       select id from notification.seat_mail
                        where status <> 'WAITING' and settled_at < :before order by settled_at limit 500)
                """).param("before", before.atOffset(UTC)).update();
    }
}
