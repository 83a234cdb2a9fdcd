package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.board.Publication;
import org.comity.proof.feed.NumberedFeed;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.ParticipantId;
import org.comity.vocabulary.TrafficLight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code forum.asked} and {@code forum.asked_host}: of contributions to topics of other nodes what tells whom a topic waits for, so that what else was said
 * there is not looked through.
 */
@Repository
class AskedRows {

    private static final int MOST = 200;
    private static final int LONGEST_TITLE = 200;

    private final JdbcClient db;

    AskedRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * A topic of another node, as what was said first in it says.
     *
     * @param title empty where its host does not show it
     * @param since when it was asked
     */
    record AskedTopic(
            String host,
            long topic,
            String room,
            String title,
            boolean check,
            String language,
            TrafficLight light,
            Instant since,
            LocalDate by) {}

    /** A room of another node. */
    record RoomThere(String host, String room) {}

    /** @return false if what stood with this host was kept before */
    boolean begins(String host) {
        return db.sql("insert into forum.asked_host (host) values (:host) on conflict do nothing")
                        .param("host", host)
                        .update()
                == 1;
    }

    /** @param topic with this contribution alone */
    void keep(Publication publication, FollowedHost.Topic topic) {
        var post = topic.posts().getFirst();
        db.sql("""
                insert into forum.asked (host, feed, subject, topic, post, room, title, is_check, language, tlp, said_by, asked,
                                         due_on, accepted, stale, at)
                values (:host, :feed, :subject, :topic, :post, :room, :title, :checks, :language, :tlp, :by, :asked,
                        :due, :accepted, :stale, :at)
                on conflict (host, feed, subject) do update
                   set topic = excluded.topic, post = excluded.post, room = excluded.room, title = excluded.title,
                       is_check = excluded.is_check, language = excluded.language, tlp = excluded.tlp,
                       said_by = excluded.said_by, asked = excluded.asked, due_on = excluded.due_on,
                       accepted = excluded.accepted, stale = excluded.stale, at = excluded.at
                """)
                .param("host", publication.host())
                .param("feed", publication.feed().word())
                .param("subject", publication.subject())
                .param("topic", topic.id())
                .param("post", post.id())
                .param("room", topic.room())
                .param("title", CutText.shown(topic.title(), LONGEST_TITLE))
                .param("checks", topic.kind() == TopicKind.CHECK)
                .param("language", topic.language())
                .param("tlp", post.light().name())
                .param("by", post.by())
                .param("asked", asked(topic))
                .param("due", topic.dueOn())
                .param("accepted", post.accepted())
                .param("stale", topic.stale())
                .param("at", said(publication, post).atOffset(UTC))
                .update();
    }

    /** What is no id of a participant asks nobody, and may be longer than an index holds. */
    private static String[] asked(FollowedHost.Topic topic) {
        return topic.asked().stream()
                .filter(it -> it.matches(ParticipantId.FORM))
                .toArray(String[]::new);
    }

    /** Its host writes when it was said: not after it was published, and no time that no table holds. */
    private static Instant said(Publication publication, FollowedHost.Post post) {
        if (post.at().isBefore(Instant.EPOCH)) return Instant.EPOCH;
        return post.at().isAfter(publication.time()) ? publication.time() : post.at();
    }

    void drop(Publication publication) {
        db.sql("delete from forum.asked where host = :host and feed = :feed and subject = :subject")
                .param("host", publication.host())
                .param("feed", publication.feed().word())
                .param("subject", publication.subject())
                .update();
    }

    void forget(String host, NumberedFeed feed) {
        db.sql("delete from forum.asked where host = :host and feed = :feed")
                .param("host", host)
                .param("feed", feed.word())
                .update();
    }

    /**
     * Questions in which this participant was asked for an answer and has said nothing, while none is accepted; and temperature
     * checks that end today or later, whoever has said where it stands. What is due first comes first, a page of it at most.
     *
     * @param rooms nothing of any other waits
     */
    List<AskedTopic> waiting(String participant, LocalDate today, List<RoomThere> rooms) {
        return db.sql("""
                select * from (
                    select distinct on (a.host, a.topic) a.* from forum.asked a
                     where a.is_check and a.due_on >= :today
                        or not a.is_check and a.due_on is not null and a.asked @> array[cast(:participant as text)]
                           and not exists (select from forum.asked o
                                            where o.host = a.host and o.topic = a.topic
                                              and (o.accepted or o.said_by = :participant))
                     order by a.host, a.topic, a.post) as first
                 where not first.stale
                   and (first.host, first.room) in (select * from unnest(cast(:hosts as text[]), cast(:rooms as text[])))
                 order by first.due_on, first.host, first.topic limit :most
                """)
                .param("participant", participant)
                .param("today", today)
                .param("hosts", rooms.stream().map(RoomThere::host).toArray(String[]::new))
                .param("rooms", rooms.stream().map(RoomThere::room).toArray(String[]::new))
                .param("most", MOST)
                .query(AskedRows::topic)
                .list();
    }

    /** Under which subjects stand what was said first in this topic and the answer that was accepted. */
    List<String> first(String host, long topic) {
        return db.sql("""
                (select subject from forum.asked where host = :host and topic = :topic order by post limit 1)
                union
                (select subject from forum.asked where host = :host and topic = :topic and accepted order by post limit 1)
                """)
                .param("host", host)
                .param("topic", topic)
                .query(String.class)
                .list();
    }

    private static AskedTopic topic(ResultSet row, int number) throws SQLException {
        return new AskedTopic(
                row.getString("host"),
                row.getLong("topic"),
                row.getString("room"),
                row.getString("title"),
                row.getBoolean("is_check"),
                row.getString("language"),
                TrafficLight.valueOf(row.getString("tlp")),
                InstantColumn.instant(row, "at"),
                row.getObject("due_on", LocalDate.class));
    }
}
