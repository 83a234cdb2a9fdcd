package org.comity.notification;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code notification.reply_address}, {@code reply_draft} and {@code reply_mail}. */
@Repository
class ReplyRows extends MailRows {

    private final JdbcClient db;

    ReplyRows(JdbcClient db) {
        super(db, "notification.reply_mail");
        this.db = db;
    }

    void add(ReplyAddress address) {
        db.sql("""
                insert into notification.reply_address (hash, official, post, draft, ends_at)
                values (:hash, :official, :post, :draft, :ends)
                """)
                .param("hash", address.hash())
                .param("official", address.official())
                .param("post", address.post())
                .param("draft", address.draft())
                .param("ends", address.endsAt().atOffset(UTC))
                .update();
    }

    /** Locked until the transaction ends: of two mails to one address the second sees that it was used. */
    Optional<ReplyAddress> claimAddress(String hash) {
        return db.sql("select * from notification.reply_address where hash = :hash for update")
                .param("hash", hash)
                .query((row, n) -> new ReplyAddress(
                        row.getString("hash"),
                        row.getString("official"),
                        row.getLong("post"),
                        row.getObject("draft", Long.class),
                        InstantColumn.instant(row, "ends_at"),
                        row.getString("used_by")))
                .optional();
    }

    void used(String hash, String file) {
        db.sql("update notification.reply_address set used_by = :file where hash = :hash")
                .param("hash", hash)
                .param("file", file)
                .update();
    }

    long draft(String official, long post, TrafficLight light, String text, Instant now) {
        return db.sql("""
                insert into notification.reply_draft (official, post, tlp, text, came_at)
                values (:official, :post, :tlp, :text, :now) returning id
                """)
                .param("official", official)
                .param("post", post)
                .param("tlp", light.name())
                .param("text", text)
                .param("now", now.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    /** Locked until the transaction ends: it stands once, whatever comes for it at the same moment. */
    Optional<ReplyDraft> draft(long id) {
        return db.sql("select * from notification.reply_draft where id = :id for update")
                .param("id", id)
                .query((row, n) -> new ReplyDraft(
                        row.getLong("id"),
                        row.getString("official"),
                        row.getLong("post"),
                        TrafficLight.valueOf(row.getString("tlp")),
                        row.getString("text")))
                .optional();
    }

    void said(long draft, long post) {
        db.sql("update notification.reply_draft set said_as = :post, text = '' where id = :id")
                .param("id", draft)
                .param("post", post)
                .update();
    }

    void dropped(long draft) {
        db.sql("update notification.reply_draft set text = '' where id = :id")
                .param("id", draft)
                .update();
    }

    int drafts(String official, Instant since) {
        return db.sql("select count(*) from notification.reply_draft where official = :official and came_at > :since")
                .param("official", official)
                .param("since", since.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    int refused(String official, Instant since) {
        return db.sql("""
                select count(*) from notification.reply_mail
                 where official = :official and kind = 'REFUSED' and planned_at > :since
                """)
                .param("official", official)
                .param("since", since.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /** The same mail again, since the process ended before its file was deleted. */
    boolean refused(String official, String file) {
        return db.sql("""
                select exists (select from notification.reply_mail
                                where official = :official and kind = 'REFUSED' and file = :file)
                """)
                .param("official", official)
                .param("file", file)
                .query(Boolean.class)
                .single();
    }

    void tell(String official, ReplyMail.Kind kind, long post, @Nullable Long draft, Instant now) {
        tell(official, kind, post, draft, "", "", now);
    }

    /** @param file of the mail that was not taken */
    void refuse(String official, long post, String why, String file, Instant now) {
        tell(official, ReplyMail.Kind.REFUSED, post, null, why, file, now);
    }

    private void tell(
            String official,
            ReplyMail.Kind kind,
            long post,
            @Nullable Long draft,
            String why,
            String file,
            Instant now) {
        db.sql("""
                insert into notification.reply_mail
                       (official, kind, post, draft, why, file, planned_at, status, next_attempt)
                values (:official, :kind, :post, :draft, :why, :file, :now, 'WAITING', :now)
                """)
                .param("file", file)
                .param("official", official)
                .param("kind", kind.name())
                .param("post", post)
                .param("draft", draft)
                .param("why", why)
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<ReplyMail> claim(Instant now, Instant until) {
        return claim(
                now,
                until,
                (row, n) -> new ReplyMail(
                        row.getLong("id"),
                        row.getString("official"),
                        ReplyMail.Kind.valueOf(row.getString("kind")),
                        row.getLong("post"),
                        row.getObject("draft", Long.class),
                        row.getString("why"),
                        row.getInt("attempts")));
    }

    /** Addresses that ended, drafts of which nobody heard again, and mails that were settled long ago. */
    @Override
    void forget(Instant before) {
        super.forget(before);
        db.sql("delete from notification.reply_address where ends_at < :before")
                .param("before", before.atOffset(UTC))
                .update();
        db.sql("delete from notification.reply_draft where came_at < :before")
                .param("before", before.atOffset(UTC))
                .update();
    }
}
