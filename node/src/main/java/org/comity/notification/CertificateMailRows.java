package org.comity.notification;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code notification.certificate_mail}: each mail once, claimed by one process at a time. */
@Repository
class CertificateMailRows extends MailRows {

    private final JdbcClient db;

    CertificateMailRows(JdbcClient db) {
        super(db, "notification.certificate_mail");
        this.db = db;
    }

    void planOnce(LocalDate endsOn, int step, ReminderRecipient to, Instant now) {
        db.sql("""
                insert into notification.certificate_mail
                       (ends_on, step, recipient, address, language, status, next_attempt)
                values (:endsOn, :step, :recipient, :address, :language, 'WAITING', :now)
                on conflict do nothing
                """)
                .param("endsOn", endsOn)
                .param("step", step)
                .param("recipient", to.kind().name())
                .param("address", to.address())
                .param("language", to.language().tag())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The next mail that is due, oldest first; nobody else gets it until {@code until}. */
    Optional<CertificateMail> claim(Instant now, Instant until) {
        return claim(
                now,
                until,
                (row, n) -> new CertificateMail(
                        row.getLong("id"),
                        row.getObject("ends_on", LocalDate.class),
                        row.getInt("step"),
                        recipient(row),
                        row.getInt("attempts")));
    }
}
