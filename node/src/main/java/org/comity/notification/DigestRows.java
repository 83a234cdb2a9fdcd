package org.comity.notification;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.forum.DigestChoice;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code notification.digest} and {@code notification.digest_mail}: each mail is claimed by one process at a time. */
@Repository
class DigestRows extends MailRows {

    private final JdbcClient db;

    DigestRows(JdbcClient db) {
        super(db, "notification.digest_mail");
        this.db = db;
    }

    /** Of one who only changes the choice: what was told is not told again, and earlier mails to the same address still stop it. */
    void choose(KeptDigest digest, Instant now) {
        db.sql("""
                insert into notification.digest
                       (official, often, address, language, rooms, articles, stop, told_until, next_at, chosen_at)
                values (:official, :often, :address, :language, :rooms, :articles, :stop, :told, :next, :now)
                on conflict (official) do update
                   set often = :often, address = :address, language = :language, rooms = :rooms, articles = :articles,
                       stop = case when notification.digest.address = :address then notification.digest.stop else :stop end,
                       next_at = :next, chosen_at = :now
                """)
                .param("official", digest.official())
                .param("often", digest.often().name())
                .param("address", digest.address())
                .param("language", digest.language().tag())
                .param("rooms", digest.choice().rooms().toArray(String[]::new))
                .param("articles", digest.choice().articles().toArray(String[]::new))
                .param("stop", digest.stop())
                .param("told", digest.toldUntil().atOffset(UTC))
                .param("next", digest.nextAt().atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<KeptDigest> find(String official) {
        return db.sql("select * from notification.digest where official = :official")
                .param("official", official)
                .query(DigestRows::digest)
                .optional();
    }

    Optional<KeptDigest> stoppedBy(String token) {
        return db.sql("select * from notification.digest where stop = :token")
                .param("token", token)
                .query(DigestRows::digest)
                .optional();
    }

    /** Its mails go with it. */
    boolean remove(String official) {
        return db.sql("delete from notification.digest where official = :official")
                        .param("official", official)
                        .update()
                == 1;
    }

    /**
     * A clock that went back leaves digests whose next hour, or up to which all is told, lies further ahead than any can: they are
     * due now, and tell what is said from now on.
     *
     * @param daily for which the next of a day can wait
     * @param weekly for which that of a week can
     */
    int clockWentBack(Instant now, Instant daily, Instant weekly) {
        return db.sql("""
                update notification.digest
                   set next_at = least(next_at, :now), told_until = least(told_until, :now)
                 where told_until > :now or next_at > case often when 'DAILY' then :daily else :weekly end
                """)
                .param("now", now.atOffset(UTC))
                .param("daily", daily.atOffset(UTC))
                .param("weekly", weekly.atOffset(UTC))
                .update();
    }

    /** Locked until the transaction ends; another process takes others. */
    List<KeptDigest> due(Instant now, int most) {
        return db.sql("""
                select * from notification.digest where next_at <= :now order by next_at limit :most for update skip locked
                """)
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query(DigestRows::digest)
                .list();
    }

    /** A mail of before that somebody is sending at this moment: what is due now waits for the next look. */
    boolean sending(String official, Instant now) {
        return db.sql("""
                select exists (select from notification.digest_mail
                                where official = :official and status = 'WAITING' and claimed_until >= :now)
                """)
                .param("official", official)
                .param("now", now.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** What still waits, of before, is told with the new one. @return since when that waits */
    Optional<Instant> overtake(String official, Instant now) {
        return db.sql("""
                update notification.digest_mail set status = 'DROPPED', settled_at = :now, claimed_until = null
                 where official = :official and status = 'WAITING' returning told_after
                """)
                .param("official", official)
                .param("now", now.atOffset(UTC))
                .query((row, n) -> InstantColumn.instant(row, "told_after"))
                .optional();
    }

    void add(String official, Instant after, Instant until, Instant now) {
        db.sql("""
                insert into notification.digest_mail (official, told_after, told_until, status, next_attempt)
                values (:official, :after, :until, 'WAITING', :now)
                """)
                .param("official", official)
                .param("after", after.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
    }

    void planned(String official, Instant toldUntil, Instant next) {
        db.sql("update notification.digest set told_until = :told, next_at = :next where official = :official")
                .param("official", official)
                .param("told", toldUntil.atOffset(UTC))
                .param("next", next.atOffset(UTC))
                .update();
    }

    /** The server knows no such address: what the mail was to tell is told once there is another one. */
    void addressRefused(DigestMail mail, String error, Instant now) {
        db.sql("""
                with refused as (
                     update notification.digest_mail
                        set status = 'FAILED', settled_at = :now, claimed_until = null, last_error = :error
                      where id = :id and status = 'WAITING' returning official, told_after)
                update notification.digest d set told_until = least(d.told_until, r.told_after)
                  from refused r where d.official = r.official
                """)
                .param("id", mail.id())
                .param("error", error)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The next mail that is due; nobody else gets it until {@code until}. */
    Optional<DigestMail> claim(Instant now, Instant until) {
        return claim(
                now,
                until,
                (row, n) -> new DigestMail(
                        row.getLong("id"),
                        row.getString("official"),
                        InstantColumn.instant(row, "told_after"),
                        InstantColumn.instant(row, "told_until"),
                        row.getInt("attempts")));
    }

    /** Of the last mail that was sent, or could not be. */
    Optional<Settled> last(String official) {
        return db.sql("""
                select settled_at, last_error from notification.digest_mail
                 where official = :official and status in ('SENT', 'FAILED') order by told_until desc limit 1
                """)
                .param("official", official)
                .query((row, n) -> new Settled(row.getString("last_error")))
                .optional();
    }

    /** @param error a stable code; null if it was sent */
    record Settled(@Nullable String error) {}

    private static KeptDigest digest(ResultSet row, int number) throws SQLException {
        return new KeptDigest(
                row.getString("official"),
                KeptDigest.Often.valueOf(row.getString("often")),
                row.getString("address"),
                ReminderRecipient.spoken(row.getString("language")),
                new DigestChoice(List.of((String[]) row.getArray("rooms").getArray()), List.of((String[])
                        row.getArray("articles").getArray())),
                row.getString("stop"),
                InstantColumn.instant(row, "told_until"),
                InstantColumn.instant(row, "next_at"));
    }
}
