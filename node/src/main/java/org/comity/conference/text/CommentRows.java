package org.comity.conference.text;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.casework.BeforeForgetting;
import org.comity.conference.text.KeptText.Comment;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What States and other bodies said of paragraphs: one comment of a voice counts, earlier ones stay until the words of their act go. */
@Repository
class CommentRows implements BeforeForgetting {

    /** Of a voice on one version, replaced ones among them: five on each paragraph of the longest text. */
    static final int MOST_OF_VOICE = 1_000;

    /** More than there are voices on one paragraph. */
    static final int MOST_VOICES = 2_000;

    private static final int MOST_AT_ONCE = 5_000;

    private final JdbcClient db;

    CommentRows(JdbcClient db) {
        this.db = db;
    }

    /** Keeps it in the place of an earlier one of the same voice, which stays; false if this act was kept already. */
    boolean comment(long text, int version, Comment comment, @Nullable String thread, @Nullable String by) {
        var act = comment.act();
        if (act != null
                && db.sql(
                                        "select count(*) from conference.paragraph_comment where act = :act and paragraph = :paragraph")
                                .param("act", act)
                                .param("paragraph", comment.paragraph())
                                .query(Integer.class)
                                .single()
                        > 0) return false;
        // Two comments of one voice at the same time come one after the other.
        db.sql("select 1 from conference.text_version where text = :text and n = :version for update")
                .param("text", text)
                .param("version", version)
                .query(Integer.class)
                .optional();
        db.sql("""
                update conference.paragraph_comment set replaced_at = :at
                 where text = :text and version = :version and paragraph = :paragraph and voice = :voice
                   and replaced_at is null
                """)
                .param("at", comment.recordedAt().atOffset(UTC))
                .param("text", text)
                .param("version", version)
                .param("paragraph", comment.paragraph())
                .param("voice", comment.voice())
                .update();
        db.sql("""
                insert into conference.paragraph_comment
                       (text, version, paragraph, voice, state, temperature, words, channel, came_on, act, thread, recorded_by, recorded_at)
                values (:text, :version, :paragraph, :voice, :state, :temperature, :words, :channel, :day, :act, :thread, :by, :at)
                """)
                .param("text", text)
                .param("version", version)
                .param("paragraph", comment.paragraph())
                .param("voice", comment.voice())
                .param("state", comment.state())
                .param("temperature", comment.temperature())
                .param("words", comment.words())
                .param("channel", comment.channel())
                .param("day", comment.cameOn())
                .param("act", act)
                .param("thread", thread)
                .param("by", by == null ? "" : by)
                .param("at", comment.recordedAt().atOffset(UTC))
                .update();
        return true;
    }

    /** What was said in this thread no longer counts; it stays. */
    void takenBack(String thread, Instant at) {
        db.sql(
                        "update conference.paragraph_comment set replaced_at = :at where thread = :thread and replaced_at is null")
                .param("at", at.atOffset(UTC))
                .param("thread", thread)
                .update();
    }

    /** How many comments of this thread count. */
    int standing(String thread) {
        return db.sql(
                        "select count(*) from conference.paragraph_comment where thread = :thread and replaced_at is null")
                .param("thread", thread)
                .query(Integer.class)
                .single();
    }

    /** Those that count, of each paragraph at most so many, States first; 5,000 at once, fairly of all paragraphs. */
    List<Comment> counting(long text, int version, int each) {
        return db.sql("""
                select * from (
                  select c.*, row_number() over (partition by paragraph order by state desc, voice) as place
                    from conference.paragraph_comment c
                   where text = :text and version = :version and replaced_at is null) ranked
                 where place <= :each order by place, paragraph limit :most
                """)
                .param("text", text)
                .param("version", version)
                .param("each", each)
                .param("most", MOST_AT_ONCE)
                .query(CommentRows::comment)
                .list();
    }

    /** Of one paragraph, those that count. */
    List<Comment> counting(long text, int version, int paragraph, int most) {
        return ofParagraph("replaced_at is null order by id", text, version, paragraph, most);
    }

    /** Of one paragraph, the newest that no longer count. */
    List<Comment> replaced(long text, int version, int paragraph, int most) {
        return ofParagraph("replaced_at is not null order by id desc", text, version, paragraph, most);
    }

    private List<Comment> ofParagraph(String which, long text, int version, int paragraph, int most) {
        return db.sql("select * from conference.paragraph_comment where text = :text and version = :version"
                        + " and paragraph = :paragraph and " + which + " limit :most")
                .param("text", text)
                .param("version", version)
                .param("paragraph", paragraph)
                .param("most", most)
                .query(CommentRows::comment)
                .list();
    }

    /** How many say what of which paragraph, and how many did who say it no more. */
    List<CountedComments> counted(long text, int version) {
        return db.sql("""
                select paragraph, state, temperature,
                       count(*) filter (where replaced_at is null) as said,
                       count(*) filter (where replaced_at is null and answer = '') as unanswered,
                       count(*) filter (where replaced_at is not null) as earlier
                  from conference.paragraph_comment
                 where text = :text and version = :version
                 group by paragraph, state, temperature order by paragraph
                """)
                .param("text", text)
                .param("version", version)
                .query((row, n) -> new CountedComments(
                        row.getInt("paragraph"),
                        row.getBoolean("state"),
                        row.getString("temperature"),
                        row.getLong("said"),
                        row.getLong("unanswered"),
                        row.getLong("earlier")))
                .list();
    }

    /** Whether this voice has said as much of this version as anybody may; no other voice is kept from speaking by it. */
    boolean full(long text, int version, String voice) {
        return db.sql("""
                select count(*) from conference.paragraph_comment
                 where text = :text and version = :version and voice = :voice
                """)
                        .param("text", text)
                        .param("version", version)
                        .param("voice", voice)
                        .query(Integer.class)
                        .single()
                >= MOST_OF_VOICE;
    }

    /** False if it was replaced or answered meanwhile. */
    boolean answer(long text, long comment, String answer, String words, String by, Instant at) {
        return db.sql("""
                update conference.paragraph_comment set answer = :answer, answer_words = :words, answered_by = :by, answered_at = :at
                 where id = :id and text = :text and replaced_at is null and answer = ''
                """)
                        .param("answer", answer)
                        .param("words", words)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .param("id", comment)
                        .param("text", text)
                        .update()
                == 1;
    }

    /** What counts belongs to the record of the text. */
    @Override
    public void forgetting(String thread) {
        db.sql("delete from conference.paragraph_comment where thread = :thread and replaced_at is not null")
                .param("thread", thread)
                .update();
    }

    private static Comment comment(ResultSet row, int n) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getInt("paragraph"),
                row.getString("voice"),
                row.getBoolean("state"),
                row.getString("temperature"),
                row.getString("words"),
                row.getString("channel"),
                row.getObject("came_on", LocalDate.class),
                row.getString("act"),
                row.getString("answer"),
                row.getString("answer_words"),
                InstantColumn.instant(row, "recorded_at"));
    }
}
