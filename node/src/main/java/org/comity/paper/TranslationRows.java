package org.comity.paper;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the translation of each letter stands, the certified text itself, and what stood there before. */
@Repository
class TranslationRows {

    private final JdbcClient db;

    TranslationRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * In place of what stood there, which is kept. A file that came before stays while it is of the same language, and of whoever
     * certified it on that day; two of one letter at once are put one after the other.
     */
    void put(String thread, Translation translation, @Nullable Scan scan) {
        db.sql("select pg_advisory_xact_lock(410598, hashtext(:act))")
                .param("act", translation.act())
                .query((row, n) -> row)
                .list();
        boolean goes = keepBefore(translation, scan != null);
        db.sql("""
                insert into cooperation.letter_translation as kept (act, thread, language, certified_by, certified_on,
                    prevails, file, media_type, content, official, recorded_at, stated_at, file_at)
                values (:act, :thread, :language, :by, :on, :prevails, :file, :type, :content, :official, :at, :at,
                    case when :file <> '' then cast(:at as timestamptz) end)
                on conflict (act) do update set
                    stated_at = case when (excluded.language, excluded.certified_by, excluded.prevails)
                            = (kept.language, kept.certified_by, kept.prevails)
                            and excluded.certified_on is not distinct from kept.certified_on
                        then kept.stated_at else excluded.stated_at end,
                    file_at = case when :goes then excluded.file_at else kept.file_at end,
                    certified_by = excluded.certified_by,
                    certified_on = excluded.certified_on,
                    prevails = excluded.prevails,
                    file = case when :goes then excluded.file else kept.file end,
                    media_type = case when :goes then excluded.media_type else kept.media_type end,
                    content = case when :goes then excluded.content else kept.content end,
                    language = excluded.language,
                    official = excluded.official,
                    recorded_at = excluded.recorded_at
                """)
                .param("goes", goes || scan != null)
                .param("act", translation.act())
                .param("thread", thread)
                .param("language", translation.language())
                .param("by", translation.certifiedBy())
                .param("on", translation.certifiedOn(), java.sql.Types.DATE)
                .param("prevails", translation.prevails())
                .param("file", scan == null ? "" : scan.name())
                .param("type", scan == null ? "" : scan.mediaType())
                .param("content", scan == null ? null : scan.content(), java.sql.Types.BINARY)
                .param("official", translation.official())
                .param("at", translation.recordedAt().atOffset(UTC))
                .update();
    }

    /** What would be gone: words that somebody certified, a language, a file that is of neither any more; whether a file is. */
    private boolean keepBefore(Translation now, boolean file) {
        return db.sql("""
                insert into cooperation.letter_translation_before (act, thread, language, certified_by, certified_on,
                    prevails, file, media_type, content, official, recorded_at, stated_at, file_at)
                select act, thread, language, certified_by, certified_on, prevails,
                       case when goes then file else '' end, case when goes then media_type else '' end,
                       case when goes then content end, official, recorded_at, stated_at,
                       case when goes then file_at end
                  from (select *, content is not null and (:file or language <> :language or other) as goes
                          from (select *, certified_by <> ''
                                          and (certified_by <> :by or certified_on is distinct from cast(:on as date)) as other
                                  from cooperation.letter_translation where act = :act) as stood) as kept
                 where goes or language <> :language or other or certified_by <> '' and prevails <> :prevails
                returning content is not null
                """)
                .param("act", now.act())
                .param("file", file)
                .param("language", now.language())
                .param("by", now.certifiedBy())
                .param("on", now.certifiedOn(), java.sql.Types.DATE)
                .param("prevails", now.prevails())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    Optional<Translation> of(String act) {
        return db.sql("""
                select act, language, certified_by, certified_on, prevails, file, official, recorded_at, stated_at,
                       file_at
                  from cooperation.letter_translation where act = :act
                """).param("act", act).query(TranslationRows::translation).optional();
    }

    /** What stood there before, newest first. */
    List<LetterView.Earlier> before(String act) {
        return db.sql("""
                select id, act, language, certified_by, certified_on, prevails, file, official, recorded_at, stated_at,
                       file_at
                  from cooperation.letter_translation_before where act = :act order by id desc
                """)
                .param("act", act)
                .query((row, n) -> new LetterView.Earlier(row.getLong("id"), translation(row, n)))
                .list();
    }

    private static Translation translation(ResultSet row, int number) throws SQLException {
        return new Translation(
                row.getString("act"),
                row.getString("language"),
                row.getString("certified_by"),
                row.getObject("certified_on", LocalDate.class),
                row.getString("prevails"),
                row.getString("file"),
                row.getString("official"),
                InstantColumn.instant(row, "recorded_at"),
                InstantColumn.instant(row, "stated_at"),
                InstantColumn.instantIfAny(row, "file_at"));
    }

    Optional<Scan> file(String thread, String act) {
        return db.sql("""
                select file, media_type, content from cooperation.letter_translation
                 where act = :act and thread = :thread and content is not null
                """)
                .param("act", act)
                .param("thread", thread)
                .query(TranslationRows::scan)
                .optional();
    }

    Optional<Scan> fileBefore(String thread, String act, long id) {
        return db.sql("""
                select file, media_type, content from cooperation.letter_translation_before
                 where act = :act and thread = :thread and id = :id and content is not null
                """)
                .param("act", act)
                .param("thread", thread)
                .param("id", id)
                .query(TranslationRows::scan)
                .optional();
    }

    private static Scan scan(ResultSet row, int number) throws SQLException {
        return new Scan(row.getString("file"), row.getString("media_type"), row.getBytes("content"));
    }

    /** With the words of the act go those of its translation. */
    void forget(String act) {
        db.sql("delete from cooperation.letter_translation where act = :act")
                .param("act", act)
                .update();
        db.sql("delete from cooperation.letter_translation_before where act = :act")
                .param("act", act)
                .update();
    }
}
