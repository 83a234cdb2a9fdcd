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
        return claim(
                now,
                until,
                (row, n) -> new SeatMail(
                        row.getLong("id"),
                        new SeatNews(
                                row.getString("authority"),
                                SeatNews.Kind.valueOf(row.getString("kind")),
                                row.getString("act"),
                                row.getString("key")),
                        InstantColumn.instant(row, "happened_at"),
                        row.getInt("attempts")));
    }
}
