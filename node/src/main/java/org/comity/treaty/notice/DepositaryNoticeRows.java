package org.comity.treaty.notice;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code treaty.notice} and {@code treaty.notice_look}. */
@Repository
class DepositaryNoticeRows {

    private static final String COLUMNS =
            "id, key, ref, told, written_by, written_at, sent_on, channel, sent_by, scan_sha256, number, ended_why";

    private final JdbcClient db;

    DepositaryNoticeRows(JdbcClient db) {
        this.db = db;
    }

    /** False if one that has not left is there: there is one at a time. */
    boolean write(String key, String ref, String told, String official, Instant at) {
        return db.sql("""
                insert into treaty.notice (key, ref, told, written_by, written_at)
                values (:key, :ref, :told, :by, :at)
                    on conflict (key) where sent_on is null do nothing
                """)
                        .param("key", key)
                        .param("ref", ref)
                        .param("told", told)
                        .param("by", official)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** False if it left meanwhile, or says something else now. */
    boolean rewrite(KeptNotice before, String told, String official, Instant at) {
        return db.sql("""
                update treaty.notice set told = :told, written_by = :by, written_at = :at
                 where id = :id and sent_on is null and told = :before
                """)
                        .param("told", told)
                        .param("by", official)
                        .param("at", at.atOffset(UTC))
                        .param("id", before.id())
                        .param("before", before.told())
                        .update()
                == 1;
    }

    /** False if it was recorded meanwhile, or says something else now. */
    boolean sent(KeptNotice letter, LocalDate on, String channel, SignedScan scan, String official) {
        return db.sql("""
                update treaty.notice set sent_on = :on, channel = :channel, sent_by = :by, scan = :scan,
                       scan_type = :type, scan_sha256 = :hash
                 where id = :id and sent_on is null and told = :told
                """)
                        .param("on", on)
                        .param("channel", channel)
                        .param("by", official)
                        .param("scan", scan.content().length == 0 ? null : scan.content(), java.sql.Types.BINARY)
                        .param("type", scan.type())
                        .param("hash", scan.sha256())
                        .param("id", letter.id())
                        .param("told", letter.told())
                        .update()
                == 1;
    }

    /** False if it is not under way. */
    boolean close(long id, String number, String official, Instant at) {
        return db.sql("""
                update treaty.notice set number = :number, closed_by = :by, closed_at = :at
                 where id = :id and sent_on is not null and number = '' and ended_why = ''
                """)
                        .param("number", number)
                        .param("by", official)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** It did not arrive, or was taken back. False if it is not under way. */
    boolean end(long id, String why, String official, Instant at) {
        return db.sql("""
                update treaty.notice set ended_why = :why, ended_by = :by, ended_at = :at
                 where id = :id and sent_on is not null and number = '' and ended_why = ''
                """)
                        .param("why", why)
                        .param("by", official)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<SignedScan> scan(long id) {
        return db.sql("select scan, scan_type from treaty.notice where id = :id and scan is not null")
                .param("id", id)
                .query((row, n) -> new SignedScan(row.getString("scan_type"), row.getBytes("scan")))
                .optional();
    }

    /** Newest first, at most 100. */
    List<KeptNotice> of(String key) {
        return db.sql("select " + COLUMNS + " from treaty.notice where key = :key order by id desc limit 100")
                .param("key", key)
                .query(DepositaryNoticeRows::row)
                .list();
    }

    /** The latest of each point. */
    List<KeptNotice> latest() {
        return db.sql("select distinct on (key) " + COLUMNS + " from treaty.notice order by key, id desc")
                .query(DepositaryNoticeRows::row)
                .list();
    }

    void looked(NoticeLook look) {
        db.sql("insert into treaty.notice_look (key, applies, official, at) values (:key, :applies, :by, :at)")
                .param("key", look.key())
                .param("applies", look.applies())
                .param("by", look.official())
                .param("at", look.at().atOffset(UTC))
                .update();
    }

    /** The latest of each point. */
    List<NoticeLook> looks() {
        return db.sql("select distinct on (key) * from treaty.notice_look order by key, id desc")
                .query((row, n) -> new NoticeLook(
                        row.getString("key"),
                        row.getBoolean("applies"),
                        row.getString("official"),
                        InstantColumn.instant(row, "at")))
                .list();
    }

    private static KeptNotice row(ResultSet row, int number) throws SQLException {
        return new KeptNotice(
                row.getLong("id"),
                row.getString("key"),
                row.getString("ref"),
                row.getString("told"),
                row.getObject("sent_on", LocalDate.class),
                row.getString("channel"),
                row.getString("scan_sha256"),
                row.getString("number"),
                row.getString("ended_why"));
    }
}
