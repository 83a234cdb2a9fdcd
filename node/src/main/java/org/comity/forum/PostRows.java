package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.casework.BeforeForgetting;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code forum.post} and {@code forum.speaker}. What a reader gets is asked with a {@link Readable}, always. */
@Repository
class PostRows implements BeforeForgetting {

    private static final String SELECT = """
            select p.*, t.title,
                   exists (select from forum.speaker s where s.post = p.id and s.person = :person and :person <> '') as mine
              from forum.post p join forum.topic t on t.id = p.topic
            """;

    /**
     * As a reader gets it: the title of a topic goes only with what opens it, or to whom the topic's own label lets it, and with
     * nothing while what opens it is hidden.
     */
    private static final String READ = """
            select p.*, case when not t.veiled and (p.heading <> '' or %s)
                             then t.title else '' end as title,
                   exists (select from forum.speaker s where s.post = p.id and s.person = :person and :person <> '') as mine
              from forum.post p join forum.topic t on t.id = p.topic
            """.formatted(Readable.label("t.room", "t.tlp"));

    static final String STANDS = " and p.withdrawn_at is null and p.hidden_at is null ";

    /** The topic that this post opens, and none where it only answers. */
    private static final String OPENED_BY = """
             where id = (select topic from forum.post where id = :id)
               and :id = (select min(f.id) from forum.post f where f.topic = forum.topic.id)
            """;

    private final JdbcClient db;

    PostRows(JdbcClient db) {
        this.db = db;
    }

    long add(KeptPost post, String heading, PostSpeaker speaker) {
        long id = db.sql("""
                insert into forum.post (topic, room, tlp, language, heading, text, shown_as, source, act, warned, at)
                values (:topic, :room, :tlp, :language, :heading, :text, :shown, :source, :act, :warned, :at) returning id
                """)
                .params(Map.of("topic", post.topic(), "room", post.room()))
                .param("tlp", post.light().name())
                .param("language", post.language())
                .param("heading", heading)
                .param("text", post.text())
                .param("shown", post.shownAs())
                .param("source", post.source().name())
                .param("act", post.act())
                .param("warned", post.warned().toArray(String[]::new))
                .param("at", post.at().atOffset(UTC))
                .query(Long.class)
                .single();
        db.sql("""
                insert into forum.speaker (post, tlp, participant, person, name, thread)
                values (:post, :tlp, :participant, :person, :name, :thread)
                """)
                .params(Map.of("post", id, "tlp", post.light().name(), "name", speaker.name()))
                .params(Map.of("participant", speaker.participant(), "person", speaker.person()))
                .param("thread", speaker.thread())
                .update();
        return id;
    }

    Optional<KeptPost> find(long id, String person) {
        return Optional.ofNullable(some(List.of(id), person).get(id));
    }

    /** By their numbers; nothing is kept from whoever asks. */
    Map<Long, KeptPost> some(Collection<Long> ids, String person) {
        return db
                .sql(SELECT + " where p.id = any (:ids)")
                .params(Map.of("ids", ids.toArray(Long[]::new), "person", person))
                .query(PostRows::post)
                .list()
                .stream()
                .collect(Collectors.toMap(KeptPost::id, it -> it));
    }

    Optional<KeptPost> find(long id, Readable readable) {
        return db.sql(READ + " where p.id = :id and " + Readable.POSTS)
                .param("id", id)
                .params(readable.parameters())
                .query(PostRows::post)
                .optional();
    }

    /** In the order in which they were said, after this one; at most {@code limit}. */
    List<KeptPost> ofTopic(long topic, Readable readable, long after, int limit) {
        return ofTopic(topic, "", readable, after, limit);
    }

    /** Of these what was neither taken back nor hidden. */
    List<KeptPost> standing(long topic, Readable readable, long after, int limit) {
        return ofTopic(topic, STANDS, readable, after, limit);
    }

    private List<KeptPost> ofTopic(long topic, String only, Readable readable, long after, int limit) {
        return db.sql(READ + " where p.topic = :topic and p.id > :after and " + Readable.POSTS + only
                        + " order by p.id limit :limit")
                .params(Map.of("topic", topic, "after", after, "limit", limit))
                .params(readable.parameters())
                .query(PostRows::post)
                .list();
    }

    /** Of each topic the accepted answer and the first ones, at most {@code limit} each. */
    Map<Long, List<KeptPost>> ofTopics(List<Long> topics, Readable readable, int limit) {
        return db
                .sql("select said.* from unnest(:topics) as asked (topic), lateral (" + READ
                        + " where p.topic = asked.topic and " + Readable.POSTS + STANDS
                        + " order by p.id is not distinct from t.accepted desc, p.id limit :limit) as said")
                .params(Map.of("topics", topics.toArray(Long[]::new), "limit", limit))
                .params(readable.parameters())
                .query(PostRows::post)
                .list()
                .stream()
                .collect(Collectors.groupingBy(KeptPost::topic));
    }

    /** What stands and was found by its words, newest first. */
    List<KeptPost> found(String words, Readable readable, int limit) {
        return db.sql(READ + " where p.words @@ websearch_to_tsquery('simple', :words) and " + Readable.POSTS + STANDS
                        + " order by p.at desc, p.id desc limit :limit")
                .params(Map.of("words", words, "limit", limit))
                .params(readable.parameters())
                .query(PostRows::post)
                .list();
    }

    /** What stands, newest first, of one room or of all. */
    List<KeptPost> newest(@Nullable String room, Readable readable, Instant since, int limit) {
        return db.sql(READ + " where (cast(:room as text) is null or p.room = :room) and p.at >= :since and "
                        + Readable.POSTS + STANDS + " order by p.at desc, p.id desc limit :limit")
                .param("room", room)
                .params(Map.of("since", since.atOffset(UTC), "limit", limit))
                .params(readable.parameters())
                .query(PostRows::post)
                .list();
    }

    /**
     * What stands of the newest 5,000 that were said after one moment and up to another. By an article a post is found only where
     * the label of its topic, to which the article belongs, lets it.
     */
    List<KeptPost> told(DigestChoice choice, Readable readable, Instant after, Instant until, int limit) {
        return db.sql(READ + """
                         where p.id in (select l.id from forum.post l where l.at > :after and l.at <= :until
                                         order by l.at desc, l.id desc limit 5000)
                           and (:whole or p.room = any (:chosen)
                                or %s and not t.veiled
                                   and exists (select from unnest(t.articles) a where split_part(a, '(', 1) = any (:articles)))
                           and """.formatted(Readable.label("t.room", "t.tlp")) + Readable.POSTS + STANDS
                        + " order by p.at desc, p.id desc limit :limit")
                .params(Map.of("after", after.atOffset(UTC), "until", until.atOffset(UTC)))
                .params(Map.of("whole", choice.whole(), "limit", limit))
                .param("chosen", choice.rooms().toArray(String[]::new))
                .param("articles", choice.articles().toArray(String[]::new))
                .params(readable.parameters())
                .query(PostRows::post)
                .list();
    }

    Optional<KeptPost> ofThread(String thread) {
        return db.sql(SELECT + " join forum.speaker o on o.post = p.id where o.thread = :thread")
                .params(Map.of("thread", thread, "person", ""))
                .query(PostRows::post)
                .optional();
    }

    /** The first one of its topic: the question. */
    boolean opens(KeptPost post) {
        return db.sql("select min(id) from forum.post where topic = :topic")
                        .param("topic", post.topic())
                        .query(Long.class)
                        .single()
                == post.id();
    }

    PostSpeaker speaker(long post) {
        return db.sql("select participant, person, name, thread from forum.speaker where post = :post")
                .param("post", post)
                .query(PostSpeaker.class)
                .single();
    }

    /** Its translations go: they still say what its author took out. False if it was withdrawn meanwhile. */
    boolean correct(long id, String text, List<String> warned, Instant at) {
        int changed = db.sql(
                        "update forum.post set (text, warned, changed_at) = (:text, :warned, :at) where id = :id and withdrawn_at is null")
                .params(Map.of("text", text, "warned", warned.toArray(String[]::new), "at", at.atOffset(UTC), "id", id))
                .update();
        forgetTranslations(id);
        return changed == 1;
    }

    /** The title of a topic goes with its first post, what moderators were told with what it is about; no answer any more. */
    void withdraw(long id, Instant at) {
        db.sql("update forum.post set text = '', heading = '', withdrawn_at = :at where id = :id")
                .params(Map.of("at", at.atOffset(UTC), "id", id))
                .update();
        db.sql("update forum.topic set title = '' " + OPENED_BY).param("id", id).update();
        db.sql("""
                update forum.topic set accepted = null
                 where id = (select topic from forum.post where id = :id) and accepted = :id
                """).param("id", id).update();
        db.sql("update forum.notice set words = '' where post = :id")
                .param("id", id)
                .update();
        forgetTranslations(id);
    }

    private void forgetTranslations(long post) {
        db.sql("delete from forum.translation where post = :post")
                .param("post", post)
                .update();
    }

    /** Null shows it again; false if it was hidden meanwhile. */
    boolean hide(long id, @Nullable Instant at) {
        var nobodyDid = at == null ? "" : " and hidden_at is null";
        int changed = db.sql("update forum.post set hidden_at = :at where id = :id" + nobodyDid)
                .param("at", at == null ? null : at.atOffset(UTC))
                .param("id", id)
                .update();
        db.sql("update forum.topic set veiled = " + (at != null) + OPENED_BY)
                .param("id", id)
                .update();
        return changed == 1;
    }

    /**
     * False if the label would become wider and its source has not consented to just that, on record. The title of a topic goes
     * with its first post.
     */
    boolean relabel(KeptPost post, TrafficLight to) {
        boolean done = db.sql("""
                update forum.post p set tlp = :to
                 where p.id = :id and p.tlp = :from
                   and (:wider = false or exists
                        (select from forum.consent c where c.post = p.id and c.wider = :to and c.given_at is not null))
                """)
                        .params(Map.of("to", to.name(), "from", post.light().name(), "id", post.id()))
                        .param("wider", to.widerThan(post.light()))
                        .update()
                == 1;
        if (done && opens(post)) {
            db.sql("update forum.topic set tlp = :to where id = :topic")
                    .params(Map.of("to", to.name(), "topic", post.topic()))
                    .update();
        }
        return done;
    }

    /** What nobody but moderators reads any more goes with the words of its act; what stands is its author's to take back. */
    @Override
    public void forgetting(String thread) {
        ofThread(thread).ifPresent(it -> {
            if (it.hiddenAt() != null && it.withdrawnAt() == null) withdraw(it.id(), it.hiddenAt());
        });
    }

    private static KeptPost post(ResultSet row, int number) throws SQLException {
        return new KeptPost(
                row.getLong("id"),
                row.getLong("topic"),
                row.getString("room"),
                row.getString("title"),
                TrafficLight.valueOf(row.getString("tlp")),
                row.getString("language"),
                row.getString("text"),
                row.getString("shown_as"),
                PostSource.valueOf(row.getString("source")),
                row.getString("act"),
                List.of((String[]) row.getArray("warned").getArray()),
                InstantColumn.instant(row, "at"),
                InstantColumn.instantIfAny(row, "changed_at"),
                InstantColumn.instantIfAny(row, "withdrawn_at"),
                InstantColumn.instantIfAny(row, "hidden_at"),
                row.getBoolean("mine"));
    }
}
