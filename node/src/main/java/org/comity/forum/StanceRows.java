package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code forum.stance}: what participants say in a temperature check, or of an answer that they tried, one line each. */
@Repository
class StanceRows implements BeforeForgetting {

    /** Lines of one check that are read. */
    static final int MOST = 500;

    /** Its own label counts as much as that of its topic today, so that nobody else widens it. */
    private static final String READABLE =
            Readable.label("t.room", "s.tlp") + " and " + Readable.label("t.room", "t.tlp");

    /** Of an answer that is not the accepted one any more nothing is shown. */
    private static final String OF_ACCEPTED = " and (s.answer is null or s.answer = t.accepted) ";

    private static final String SELECT =
            "select s.*, t.room, t.title, t.tlp as topic_tlp from forum.stance s join forum.topic t on t.id = s.topic ";

    private final JdbcClient db;

    StanceRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * A line as boards show it, and as its thread finds it.
     *
     * @param own its label, no wider than its participant gave it; what is shown bears the narrower of it and that of the topic
     * @param hidden by which act, if it is
     */
    record Line(
            long id,
            long topic,
            String room,
            String title,
            TrafficLight own,
            ParticipantStance said,
            @Nullable String hidden) {}

    /**
     * The newest line of a participant stands. One whose time lies ahead was said before this node's clock was set right: any
     * that is said now is newer.
     *
     * @param thread of the act that said it; null where a page did
     * @return false if a newer one stands
     */
    boolean stand(KeptTopic topic, ParticipantStance stance, @Nullable String thread, Instant now) {
        return db.sql("""
                insert into forum.stance (topic, tlp, participant, person, shown_as, stance, words, at, thread, answer)
                values (:topic, :tlp, :participant, :person, :shown, :stance, :words, :at, :thread, :answer)
                on conflict (topic, participant) do update
                   set tlp = excluded.tlp, person = excluded.person, shown_as = excluded.shown_as, stance = excluded.stance,
                       words = excluded.words, at = excluded.at, thread = excluded.thread,
                       answer = excluded.answer, hidden_by = null
                 where forum.stance.at <= excluded.at or forum.stance.at > :now
                """)
                        .param("topic", topic.id())
                        .param("tlp", stance.light().narrower(topic.light()).name())
                        .param("participant", stance.participant())
                        .param("person", stance.person())
                        .param("shown", stance.shownAs())
                        .param("stance", stance.stance())
                        .param("words", stance.words())
                        .param("at", stance.at().atOffset(UTC))
                        .param("thread", thread)
                        .param("answer", stance.answer())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** What stands for this participant, whoever of its officials said it; until the end of the transaction nobody else says more. */
    Optional<ParticipantStance> locked(KeptRoom room, long topic, RoomReader by) {
        lock(topic, by.participant());
        return own(room, topic, by);
    }

    /** Until the end of the transaction nobody else says what stands for this participant, by a page or by an act. */
    void lock(long topic, String participant) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:participant, :topic))")
                .param("topic", topic)
                .param("participant", participant)
                .query((row, n) -> n)
                .list();
    }

    /** The same for a page, whose reader speaks for that participant, as far as he may read it. */
    Optional<ParticipantStance> own(KeptRoom room, long topic, RoomReader by) {
        return db.sql(SELECT + " where s.topic = :topic and s.participant = :participant")
                .param("topic", topic)
                .param("participant", by.participant())
                .query(StanceRows::line)
                .optional()
                .map(it -> it.said().shownTo(by, room.chatham(), it.hidden() != null));
    }

    /** Would {@link #stand} leave what this participant says at that time, as a newer one stands? */
    boolean isNewer(long topic, String participant, Instant at, Instant now) {
        return db.sql("""
                select exists (select from forum.stance
                                where topic = :topic and participant = :participant and at > :at and at <= :now)
                """)
                .param("topic", topic)
                .param("participant", participant)
                .param("at", at.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** What this reader may read. One's own line is read always. */
    List<ParticipantStance> of(KeptTopic topic, Readable readable) {
        return db
                .sql(SELECT + " where s.topic = :topic and (s.person = :person or s.hidden_by is null and " + READABLE
                        + ")" + OF_ACCEPTED + "order by s.shown_as, s.at limit :most")
                .param("topic", topic.id())
                .param("most", MOST)
                .params(readable.parameters())
                .query(StanceRows::line)
                .list()
                .stream()
                .map(Line::said)
                .toList();
    }

    /** Of all topics whose title stands, newest first. */
    List<Line> newest(Readable readable, Instant since, int most) {
        return db.sql(SELECT + " where s.at >= :since and s.hidden_by is null and t.title <> '' and not t.veiled and "
                        + READABLE + OF_ACCEPTED + "order by s.at desc, s.id desc limit :most")
                .param("since", since.atOffset(UTC))
                .param("most", most)
                .params(readable.parameters())
                .query(StanceRows::line)
                .list();
    }

    /** What an act said, unless its participant has said something else since. */
    Optional<Line> ofThread(String thread) {
        return db.sql(SELECT + " where s.thread = :thread")
                .param("thread", thread)
                .query(StanceRows::line)
                .optional();
    }

    void correct(long id, String words) {
        db.sql("update forum.stance set words = :words where id = :id")
                .param("words", words)
                .param("id", id)
                .update();
    }

    void relabel(long id, TrafficLight to) {
        db.sql("update forum.stance set tlp = :to where id = :id")
                .param("to", to.name())
                .param("id", id)
                .update();
    }

    /** @param act null shows it again */
    void hide(long id, @Nullable String act) {
        db.sql("update forum.stance set hidden_by = :act where id = :id")
                .param("act", act)
                .param("id", id)
                .update();
    }

    void withdraw(long id) {
        db.sql("delete from forum.stance where id = :id").param("id", id).update();
    }

    /** What is hidden goes with the words of its act; what stands is its author's to take back. */
    @Override
    public void forgetting(String thread) {
        ofThread(thread).filter(it -> it.hidden() != null).ifPresent(it -> withdraw(it.id()));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var own = TrafficLight.valueOf(row.getString("tlp"));
        return new Line(
                row.getLong("id"),
                row.getLong("topic"),
                row.getString("room"),
                row.getString("title"),
                own,
                new ParticipantStance(
                        own.narrower(TrafficLight.valueOf(row.getString("topic_tlp"))),
                        row.getString("participant"),
                        row.getString("person"),
                        row.getString("shown_as"),
                        row.getString("stance"),
                        row.getString("words"),
                        InstantColumn.instant(row, "at"),
                        row.getObject("answer", Long.class)),
                row.getString("hidden_by"));
    }
}
