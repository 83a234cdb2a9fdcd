package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code forum.moderation}, {@code forum.consent} and {@code forum.asked_who}: each a thing done to a post, with who and why;
 * and {@code forum.moderation_before}: how often, where the posts are gone.
 */
@Repository
class ModerationRows {

    private static final int MOST = 200;

    private final JdbcClient db;

    ModerationRows(JdbcClient db) {
        this.db = db;
    }

    long add(KeptPost post, ModerationStep action, String reason, String words, String by, Instant at) {
        return db.sql("""
                insert into forum.moderation (post, tlp, room, action, reason, words, by, at)
                values (:post, :tlp, :room, :action, :reason, :words, :by, :at) returning id
                """)
                .param("post", post.id())
                .param("tlp", post.light().name())
                .param("room", post.room())
                .param("action", action.name())
                .param("reason", reason)
                .param("words", words)
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    List<DoneModeration> of(long post) {
        return db.sql("select * from forum.moderation where post = :post order by id limit :most")
                .param("post", post)
                .param("most", MOST)
                .query(ModerationRows::moderation)
                .list();
    }

    /** Appeals that nobody decided on, in these rooms, oldest first; none about words of this person. */
    List<DoneModeration> appeals(Collection<String> rooms, String person) {
        return db.sql("""
                select m.* from forum.moderation m
                 where m.room = any (:rooms) and m.appealed_at is not null and m.decided_at is null
                   and not exists (select from forum.speaker s where s.post = m.post and s.person = :person)
                 order by m.appealed_at limit :most
                """)
                .param("person", person)
                .param("rooms", rooms.toArray(String[]::new))
                .param("most", MOST)
                .query(ModerationRows::moderation)
                .list();
    }

    /** What was done since then with words of this person, and was not appealed; the newest first. */
    List<DoneModeration> appealable(String person, Instant since) {
        return db.sql("""
                select m.* from forum.moderation m join forum.speaker s on s.post = m.post
                 where s.person = :person and m.appealed_at is null and m.at >= :since order by m.at desc limit :most
                """)
                .param("person", person)
                .param("since", since.atOffset(UTC))
                .param("most", MOST)
                .query(ModerationRows::moderation)
                .list();
    }

    Optional<DoneModeration> find(long id) {
        return db.sql("select * from forum.moderation where id = :id")
                .param("id", id)
                .query(ModerationRows::moderation)
                .optional();
    }

    boolean appeal(long id, String words, Instant at, Instant notBefore) {
        return db.sql("""
                update forum.moderation set appeal = :words, appealed_at = :at
                 where id = :id and appealed_at is null and at >= :since
                """)
                        .param("words", words)
                        .param("at", at.atOffset(UTC))
                        .param("since", notBefore.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean decide(long id, boolean lifted, String words, String by, Instant at) {
        return db.sql("""
                update forum.moderation set lifted = :lifted, decision = :words, decided_by = :by, decided_at = :at
                 where id = :id and appealed_at is not null and decided_at is null and by <> :by
                """)
                        .param("lifted", lifted)
                        .param("words", words)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Before the words of a room go, and with them what was done about each: how often which step was taken. */
    void keepCounts(String room) {
        db.sql("""
                insert into forum.moderation_before as b (quarter, action, reason, times, appealed, lifted)
                select to_char(m.at at time zone 'UTC', 'YYYY "Q"Q'), m.action, m.reason, count(*), count(m.appealed_at),
                       count(*) filter (where m.lifted)
                  from forum.moderation m join forum.post p on p.id = m.post join forum.topic t on t.id = p.topic
                 where t.room = :room group by 1, 2, 3
                on conflict (quarter, action, reason) do update
                   set times = b.times + excluded.times, appealed = b.appealed + excluded.appealed,
                       lifted = b.lifted + excluded.lifted
                """).param("room", room).update();
    }

    /** Also of rooms whose words are gone. */
    List<CountedModeration> counted() {
        return db.sql("""
                select quarter, action, reason, sum(times) as times, sum(appealed) as appealed, sum(lifted) as lifted
                  from (select to_char(at at time zone 'UTC', 'YYYY "Q"Q') as quarter, action, reason, count(*) as times,
                               count(appealed_at) as appealed, count(*) filter (where lifted) as lifted
                          from forum.moderation group by 1, 2, 3
                        union all
                        select quarter, action, reason, times, appealed, lifted from forum.moderation_before) as done
                 group by 1, 2, 3 order by 1 desc, 2, 3 limit :most
                """)
                .param("most", MOST)
                .query((row, number) -> new CountedModeration(
                        row.getString("quarter"),
                        ModerationStep.valueOf(row.getString("action")),
                        row.getString("reason"),
                        row.getLong("times"),
                        row.getLong("appealed"),
                        row.getLong("lifted")))
                .list();
    }

    void askConsent(KeptPost post, TrafficLight wider, String by, String why, Instant at) {
        db.sql("""
                insert into forum.consent (post, tlp, wider, asked_by, asked_at, why)
                values (:post, :tlp, :wider, :by, :at, :why)
                """)
                .param("post", post.id())
                .param("tlp", post.light().name())
                .param("wider", wider.name())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .param("why", why)
                .update();
    }

    /** On record for good, whether it was asked for or not. */
    void consent(KeptPost post, TrafficLight wider, String by, @Nullable String act, Instant at) {
        db.sql("""
                insert into forum.consent (post, tlp, wider, given_by, given_at, act)
                values (:post, :tlp, :wider, :by, :at, :act)
                """)
                .param("post", post.id())
                .param("tlp", post.light().name())
                .param("wider", wider.name())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .param("act", act)
                .update();
    }

    List<SourceConsent> consents(long post) {
        return db.sql("select * from forum.consent where post = :post order by id desc limit :most")
                .param("post", post)
                .param("most", MOST)
                .query((row, number) -> new SourceConsent(
                        TrafficLight.valueOf(row.getString("wider")),
                        row.getString("why"),
                        InstantColumn.instantIfAny(row, "given_at")))
                .list();
    }

    long askDisclosure(KeptPost post, String by, String why, Instant at) {
        return db.sql("""
                insert into forum.asked_who (post, tlp, asked_by, why, asked_at)
                values (:post, :tlp, :by, :why, :at) returning id
                """)
                .param("post", post.id())
                .param("tlp", post.light().name())
                .param("by", by)
                .param("why", why)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    boolean agree(long id, String by, Instant at) {
        return db.sql("""
                update forum.asked_who set agreed_by = :by, agreed_at = :at
                 where id = :id and agreed_by is null and asked_by <> :by
                """)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    List<SpeakerDisclosure> disclosures(long post) {
        return db.sql("select * from forum.asked_who where post = :post order by id limit :most")
                .param("post", post)
                .param("most", MOST)
                .query((row, number) -> new SpeakerDisclosure(
                        row.getLong("id"), row.getString("asked_by"), row.getString("why"), row.getString("agreed_by")))
                .list();
    }

    private static DoneModeration moderation(ResultSet row, int number) throws SQLException {
        return new DoneModeration(
                row.getLong("id"),
                row.getLong("post"),
                ModerationStep.valueOf(row.getString("action")),
                row.getString("reason"),
                row.getString("words"),
                row.getString("by"),
                InstantColumn.instant(row, "at"),
                row.getString("appeal"),
                InstantColumn.instantIfAny(row, "appealed_at"),
                InstantColumn.instantIfAny(row, "decided_at"),
                row.getObject("lifted", Boolean.class),
                row.getString("decision"));
    }
}
