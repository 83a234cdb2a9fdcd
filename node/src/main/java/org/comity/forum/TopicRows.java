package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code forum.topic}. */
@Repository
class TopicRows {

    static final int PAGE = 30;

    /** Of an alias {@code t}: as {@link Readable#POSTS}, of titles. */
    private static final String READABLE = """
            (%s or t.tlp = any (:own) and exists
                (select from forum.post p join forum.speaker mine on mine.post = p.id
                  where p.topic = t.id and mine.person = :person))
            """.formatted(Readable.label("t.room", "t.tlp"));

    /** Under the name {@code unread}: whether its title is kept from this reader, since its first post is hidden. */
    private static final String UNREAD = """
            t.veiled and not t.room = any (:moderates) and not exists
                (select from forum.speaker mine where mine.person = :person and mine.post =
                    (select min(f.id) from forum.post f where f.topic = t.id)) as unread
            """;

    private final JdbcClient db;

    TopicRows(JdbcClient db) {
        this.db = db;
    }

    long add(KeptTopic topic) {
        return db.sql("""
                insert into forum.topic (room, kind, title, language, tlp, articles, opened_at, last_at, asked, due_on)
                values (:room, :kind, :title, :language, :tlp, :articles, :at, :at, :asked, :due) returning id
                """)
                .param("room", topic.room())
                .param("kind", topic.kind().name())
                .param("title", topic.title())
                .param("language", topic.language())
                .param("tlp", topic.light().name())
                .param("articles", topic.articles().toArray(String[]::new))
                .param("at", topic.openedAt().atOffset(UTC))
                .param("asked", topic.asked().toArray(String[]::new))
                .param("due", topic.dueOn())
                .query(Long.class)
                .single();
    }

    Optional<KeptTopic> find(long id) {
        return db.sql("select t.*, false as unread from forum.topic t where id = :id")
                .param("id", id)
                .query(TopicRows::topic)
                .optional();
    }

    /** By their numbers; nothing is kept from whoever asks. */
    Map<Long, KeptTopic> some(Collection<Long> ids) {
        return db
                .sql("select t.*, false as unread from forum.topic t where id = any (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(TopicRows::topic)
                .list()
                .stream()
                .collect(Collectors.toMap(KeptTopic::id, it -> it));
    }

    Optional<KeptTopic> find(long id, Readable readable) {
        return db.sql("select t.*, " + UNREAD + " from forum.topic t where t.id = :id and " + READABLE)
                .param("id", id)
                .params(readable.parameters())
                .query(TopicRows::topic)
                .optional();
    }

    /** Last spoken in first; one more than a page, so that it is known whether there are more. */
    List<KeptTopic> page(String room, Readable readable, @Nullable KeptTopic after) {
        return db.sql("""
                select t.*, %s from forum.topic t
                 where t.room = :room and %s and (t.last_at, t.id) < (:last, :id)
                 order by t.last_at desc, t.id desc limit :most
                """.formatted(UNREAD, READABLE))
                .param("room", room)
                .params(readable.parameters())
                .param("last", (after == null ? FAR : after.lastAt()).atOffset(UTC))
                .param("id", after == null ? Long.MAX_VALUE : after.id())
                .param("most", PAGE + 1)
                .query(TopicRows::topic)
                .list();
    }

    /** About an article, with something in it that stands, among the 5,000 topics of all rooms that were last spoken in. */
    List<KeptTopic> about(String article, Readable readable) {
        return db.sql("""
                select t.*, %s from forum.topic t
                 where t.id in (select l.id from forum.topic l order by l.last_at desc, l.id desc limit 5000)
                   and exists (select from unnest(t.articles) a where split_part(a, '(', 1) = :article) and %s
                   and t.title <> '' and not t.veiled
                   and exists (select from forum.post p where p.topic = t.id and %s %s)
                 order by t.last_at desc, t.id desc
                """.formatted(UNREAD, READABLE, Readable.POSTS, PostRows.STANDS))
                .param("article", article)
                .params(readable.parameters())
                .query(TopicRows::topic)
                .list();
    }

    /**
     * Questions in which this participant was asked for an answer and has said nothing, while none is accepted; and temperature
     * checks that end today or later, in which it has said nothing; in rooms in which it may write. A page of each at most.
     */
    List<KeptTopic> waiting(String participant, Readable readable, RoomAccess.Writing writing, LocalDate today) {
        return db.sql(waiting("""
                t.kind = 'QUESTION' and t.asked @> array[cast(:participant as text)] and t.accepted is null and t.stale_at is null
                   and not exists (select from forum.post p join forum.speaker s on s.post = p.id
                                    where p.topic = t.id and s.participant = :participant and p.withdrawn_at is null)
                """) + " union all " + waiting("""
                t.kind = 'CHECK' and t.due_on >= :today and t.stale_at is null
                   and not exists (select from forum.stance s where s.topic = t.id and s.participant = :participant)
                """))
                .param("participant", participant)
                .param("written", writing.rooms().toArray(String[]::new))
                .param("anywhere", writing.everywhere())
                .param("today", today)
                .params(readable.parameters())
                .query(TopicRows::topic)
                .list();
    }

    private static String waiting(String why) {
        return "(select t.*, " + UNREAD + " from forum.topic t where " + why + " and " + READABLE
                + " and t.title <> '' and not t.veiled and exists (select from forum.room r where r.id = t.room"
                + " and r.closed_at is null and (r.id = any (:written) or r.everybody and :anywhere)) order by t.due_on, t.id limit "
                + PAGE + ")";
    }

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    void spoken(long id, Instant at) {
        db.sql("update forum.topic set last_at = greatest(last_at, :at) where id = :id")
                .param("at", at.atOffset(UTC))
                .param("id", id)
                .update();
    }

    void accept(long id, @Nullable Long post) {
        db.sql("update forum.topic set accepted = :post where id = :id")
                .param("post", post)
                .param("id", id)
                .update();
    }

    void stale(long id, Instant at) {
        db.sql("update forum.topic set stale_at = coalesce(stale_at, :at) where id = :id")
                .param("at", at.atOffset(UTC))
                .param("id", id)
                .update();
    }

    private static KeptTopic topic(ResultSet row, int number) throws SQLException {
        return new KeptTopic(
                row.getLong("id"),
                row.getString("room"),
                TopicKind.valueOf(row.getString("kind")),
                row.getBoolean("unread") ? "" : row.getString("title"),
                row.getString("language"),
                TrafficLight.valueOf(row.getString("tlp")),
                List.of((String[]) row.getArray("articles").getArray()),
                InstantColumn.instant(row, "opened_at"),
                InstantColumn.instant(row, "last_at"),
                row.getObject("accepted", Long.class),
                InstantColumn.instantIfAny(row, "stale_at"),
                List.of((String[]) row.getArray("asked").getArray()),
                row.getObject("due_on", LocalDate.class));
    }
}
