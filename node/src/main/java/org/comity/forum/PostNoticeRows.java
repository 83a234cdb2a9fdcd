package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code forum.notice}: what moderators were told about contributions. */
@Repository
class PostNoticeRows implements BeforeForgetting {

    private static final int MOST = 200;

    private final JdbcClient db;

    PostNoticeRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Another one of the same person, while none has looked, takes the place of the first; what a colleague said stays, and what an
     * act said changes with its thread alone.
     *
     * @param thread of the act that said it; null where a page did
     */
    void tell(KeptPost post, RoomReader by, String shownAs, String words, @Nullable String thread, Instant at) {
        db.sql("""
                insert into forum.notice (post, tlp, participant, person, shown_as, words, thread, at)
                values (:post, :tlp, :participant, :person, :shown, :words, :thread, :at)
                on conflict (post, participant, person, coalesce(thread, '')) where looked_at is null do update
                   set words = excluded.words, shown_as = excluded.shown_as,
                       at = case when notice.words = '' then excluded.at else notice.at end
                """)
                .param("thread", thread)
                .param("post", post.id())
                .param("tlp", post.light().name())
                .param("participant", by.participant())
                .param("person", by.person())
                .param("shown", shownAs)
                .param("words", words)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** About how many contributions this participant told somebody since then. */
    int since(String participant, Instant since) {
        return db.sql("select count(*) from forum.notice where participant = :participant and at > :since")
                .param("participant", participant)
                .param("since", since.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /** In these rooms, the oldest first; none about words of this person, none that was taken back. */
    List<OpenNotice> open(Collection<String> rooms, String person) {
        return db.sql("""
                select n.*, p.room from forum.notice n join forum.post p on p.id = n.post
                 where p.room = any (:rooms) and n.looked_at is null and n.words <> ''
                   and not exists (select from forum.speaker s where s.post = n.post and s.person = :person)
                 order by n.at, n.id limit :most
                """)
                .param("rooms", rooms.toArray(String[]::new))
                .param("person", person)
                .param("most", MOST)
                .query((row, number) -> new OpenNotice(
                        row.getLong("id"),
                        row.getLong("post"),
                        row.getString("room"),
                        row.getString("shown_as"),
                        row.getString("words"),
                        InstantColumn.instant(row, "at")))
                .list();
    }

    /** The contribution it is about. */
    Optional<Long> about(long id) {
        return db.sql("select post from forum.notice where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    boolean looked(long id, String by, Instant at) {
        return db.sql("""
                update forum.notice set looked_by = :by, looked_at = :at
                 where id = :id and looked_at is null and words <> ''
                """)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** By an act of its own thread. */
    void correct(String thread, String words) {
        db.sql("update forum.notice set words = :words where thread = :thread and words <> ''")
                .param("words", words)
                .param("thread", thread)
                .update();
    }

    /** What was told goes with the words of its act, whether that was withdrawn or is due to go. */
    @Override
    public void forgetting(String thread) {
        db.sql("update forum.notice set words = '' where thread = :thread")
                .param("thread", thread)
                .update();
    }
}
