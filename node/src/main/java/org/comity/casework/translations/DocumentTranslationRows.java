package org.comity.casework.translations;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.document_translation}: one row a document and language that is in force, and those that it replaced. */
@Repository
class DocumentTranslationRows {

    private final JdbcClient db;

    DocumentTranslationRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * In place of what stood there, which stays as replaced where something that it says would be gone; two of one draft at once
     * are put one after the other.
     */
    void put(DocumentTranslation it) {
        db.sql("select pg_advisory_xact_lock(410597, hashtext(:draft))")
                .param("draft", it.draft())
                .query((row, number) -> row)
                .list();
        db.sql("""
                update cooperation.document_translation set replaced_at = :at
                 where draft = :draft and document = :document and language = :language and replaced_at is null
                   and (translator <> :translator or translation not in ('', :translation)
                        or certified_by not in ('', :by) or due is distinct from cast(:due as date) and due is not null
                        or certified_on is distinct from cast(:on as date) and certified_on is not null
                        or translation <> '' and (source_sha256 <> :source or translation_sha256 <> :text))
                """)
                .param("draft", it.draft())
                .param("document", it.document())
                .param("language", it.language())
                .param("translator", it.translator())
                .param("translation", it.translation())
                .param("by", it.certifiedBy())
                .param("due", it.due(), Types.DATE)
                .param("on", it.certifiedOn(), Types.DATE)
                .param("source", it.sourceSha256())
                .param("text", it.translationSha256())
                .param("at", it.recordedAt().atOffset(UTC))
                .update();
        db.sql("""
                insert into cooperation.document_translation
                       (draft, document, language, translator, due, translation, certified_by, certified_on, source_sha256,
                        translation_sha256, official, recorded_at)
                values (:draft, :document, :language, :translator, :due, :translation, :by, :on, :source, :text, :official, :at)
                on conflict (draft, document, language) where replaced_at is null do update
                   set translator = excluded.translator, due = excluded.due, translation = excluded.translation,
                       certified_by = excluded.certified_by, certified_on = excluded.certified_on,
                       source_sha256 = excluded.source_sha256, translation_sha256 = excluded.translation_sha256,
                       official = excluded.official, recorded_at = excluded.recorded_at
                """)
                .param("draft", it.draft())
                .param("document", it.document())
                .param("language", it.language())
                .param("translator", it.translator())
                .param("due", it.due(), Types.DATE)
                .param("translation", it.translation())
                .param("by", it.certifiedBy())
                .param("on", it.certifiedOn(), Types.DATE)
                .param("source", it.sourceSha256())
                .param("text", it.translationSha256())
                .param("official", it.official())
                .param("at", it.recordedAt().atOffset(UTC))
                .update();
    }

    List<DocumentTranslation> of(String draft) {
        return db.sql("""
                select * from cooperation.document_translation where draft = :draft and replaced_at is null
                 order by document, language
                """)
                .param("draft", draft)
                .query(DocumentTranslationRows::row)
                .list();
    }

    /** Those in whose place another line stands, newest first. */
    List<DocumentTranslation> replaced(String draft) {
        return db.sql("""
                select * from cooperation.document_translation where draft = :draft and replaced_at is not null
                 order by id desc
                """)
                .param("draft", draft)
                .query(DocumentTranslationRows::row)
                .list();
    }

    void forget(String draft) {
        db.sql("delete from cooperation.document_translation where draft = :draft")
                .param("draft", draft)
                .update();
    }

    private static DocumentTranslation row(ResultSet row, int number) throws SQLException {
        return new DocumentTranslation(
                row.getString("draft"),
                row.getString("document"),
                row.getString("language"),
                row.getString("translator"),
                row.getObject("due", LocalDate.class),
                row.getString("translation"),
                row.getString("certified_by"),
                row.getObject("certified_on", LocalDate.class),
                row.getString("source_sha256"),
                row.getString("translation_sha256"),
                row.getString("official"),
                InstantColumn.instant(row, "recorded_at"));
    }
}
