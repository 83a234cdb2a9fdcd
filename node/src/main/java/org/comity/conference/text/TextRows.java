package org.comity.conference.text;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.conference.text.KeptText.Paragraph;
import org.comity.conference.text.KeptText.Sponsor;
import org.comity.conference.text.KeptText.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts, their versions and paragraphs, and what was said of them: the tables of {@code V470_1}. */
@Repository
class TextRows {

    static final int MOST_TEXTS = 500;

    private final JdbcClient db;

    TextRows(JdbcClient db) {
        this.db = db;
    }

    /** Empty if there is one of this key. */
    Optional<Long> open(KeptText text, String by, Instant at) {
        return db.sql("""
                insert into conference.text (key, title, language, editor, everybody, opened_by, opened_at)
                values (:key, :title, :language, :editor, :everybody, :by, :at) on conflict (key) do nothing returning id
                """)
                .param("key", text.key())
                .param("title", text.title())
                .param("language", text.language())
                .param("editor", text.editor())
                .param("everybody", text.everybody())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .optional();
    }

    Optional<KeptText> find(String key) {
        return db.sql("select * from conference.text where key = :key")
                .param("key", key)
                .query(TextRows::text)
                .optional();
    }

    /** Until the end of the transaction nobody else makes a version of it or says how far a paragraph has come. */
    void lock(long text) {
        db.sql("select 1 from conference.text where id = :text for update")
                .param("text", text)
                .query(Integer.class)
                .optional();
    }

    /** Newest first. */
    List<KeptText> all() {
        return db.sql("select * from conference.text order by id desc limit " + MOST_TEXTS)
                .query(TextRows::text)
                .list();
    }

    boolean any() {
        return db.sql("select exists (select 1 from conference.text) or exists (select 1 from conference.session)")
                .query(Boolean.class)
                .single();
    }

    int count() {
        return db.sql("select count(*) from conference.text")
                .query(Integer.class)
                .single();
    }

    /** False if there is such a version by now. */
    boolean version(long text, Version version, List<Paragraph> paragraphs, String by, Instant at) {
        int added = db.sql("""
                insert into conference.text_version (text, n, day, comments_until, note, made_by, made_at)
                values (:text, :n, :day, :until, :note, :by, :at) on conflict do nothing
                """)
                .param("text", text)
                .param("n", version.n())
                .param("day", version.day())
                .param("until", version.commentsUntil())
                .param("note", version.note())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
        if (added == 0) return false;
        for (var it : paragraphs) {
            db.sql("""
                    insert into conference.text_paragraph (text, version, place, key, words)
                    values (:text, :n, :place, :key, :words)
                    """)
                    .param("text", text)
                    .param("n", version.n())
                    .param("place", it.place())
                    .param("key", it.key())
                    .param("words", it.words())
                    .update();
            if (it.status() != ParagraphStatus.OPEN) status(text, version.n(), it, by, at);
        }
        return true;
    }

    /** Oldest first. */
    List<Version> versions(long text) {
        return db.sql("select * from conference.text_version where text = :text order by n")
                .param("text", text)
                .query((row, n) -> new Version(
                        row.getInt("n"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("comments_until", LocalDate.class),
                        row.getString("note")))
                .list();
    }

    List<Paragraph> paragraphs(long text, int version) {
        return db.sql("""
                select p.place, p.key, p.words, coalesce(s.status, 'OPEN') as status, coalesce(s.why, '') as why
                  from conference.text_paragraph p
                  left join lateral (select status, why from conference.paragraph_status
                                      where text = p.text and version = p.version and paragraph = p.key
                                      order by id desc limit 1) s on true
                 where p.text = :text and p.version = :version order by p.place
                """)
                .param("text", text)
                .param("version", version)
                .query((row, n) -> new Paragraph(
                        row.getInt("place"),
                        row.getInt("key"),
                        row.getString("words"),
                        ParagraphStatus.valueOf(row.getString("status")),
                        row.getString("why")))
                .list();
    }

    /** The highest key that any version used. */
    int highest(long text) {
        return db.sql("select coalesce(max(key), 0) from conference.text_paragraph where text = :text")
                .param("text", text)
                .query(Integer.class)
                .single();
    }

    void status(long text, int version, Paragraph paragraph, String by, Instant at) {
        db.sql("""
                insert into conference.paragraph_status (text, version, paragraph, status, why, recorded_by, recorded_at)
                values (:text, :version, :paragraph, :status, :why, :by, :at)
                """)
                .param("text", text)
                .param("version", version)
                .param("paragraph", paragraph.key())
                .param("status", paragraph.status().name())
                .param("why", paragraph.why())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** In the order in which they came. */
    List<Sponsor> sponsors(long text) {
        return db.sql("select * from conference.text_sponsor where text = :text order by id limit 400")
                .param("text", text)
                .query((row, n) -> new Sponsor(
                        row.getString("voice"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    /** False if it is one already. */
    boolean sponsor(long text, Sponsor sponsor, String by, Instant at) {
        return db.sql("""
                insert into conference.text_sponsor (text, voice, since, recorded_by, recorded_at)
                values (:text, :voice, :since, :by, :at) on conflict do nothing
                """)
                        .param("text", text)
                        .param("voice", sponsor.voice())
                        .param("since", sponsor.since())
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** False if it is none. */
    boolean leaves(long text, String voice, LocalDate day) {
        return db.sql("""
                update conference.text_sponsor set until = greatest(since, :day) where text = :text and voice = :voice and until is null
                """)
                        .param("day", day)
                        .param("text", text)
                        .param("voice", voice)
                        .update()
                == 1;
    }

    private static KeptText text(ResultSet row, int n) throws SQLException {
        return new KeptText(
                row.getLong("id"),
                row.getString("key"),
                row.getString("title"),
                row.getString("language"),
                row.getString("editor"),
                row.getBoolean("everybody"));
    }
}
