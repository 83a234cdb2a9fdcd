package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.TrafficLight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code forum.stance}: what participants say in a temperature check, one line each. */
@Repository
class StanceRows {

    static final List<String> STANCES = List.of("AGREE", "LIVE_WITH", "CONCERN", "CANNOT_ACCEPT");
    static final int LONGEST = 1_000;
    private static final int MOST = 500;

    private final JdbcClient db;

    StanceRows(JdbcClient db) {
        this.db = db;
    }

    void stand(KeptTopic topic, ParticipantStance stance) {
        db.sql("""
                insert into forum.stance (topic, tlp, participant, person, shown_as, stance, words, at)
                values (:topic, :tlp, :participant, :person, :shown, :stance, :words, :at)
                on conflict (topic, participant) do update
                   set tlp = excluded.tlp, person = excluded.person, shown_as = excluded.shown_as,
                       stance = excluded.stance, words = excluded.words, at = excluded.at
                """)
                .param("topic", topic.id())
                .param("tlp", topic.light().name())
                .param("participant", stance.participant())
                .param("person", stance.person())
                .param("shown", stance.shownAs())
                .param("stance", stance.stance())
                .param("words", stance.words())
                .param("at", stance.at().atOffset(UTC))
                .update();
    }

    /**
     * What this reader may read: the label that stood over it when it was said counts as much as that of the topic today, so that
     * nobody else widens it. One's own line is read always.
     */
    List<ParticipantStance> of(KeptTopic topic, Readable readable) {
        return db.sql("""
                select s.* from forum.stance s join forum.topic t on t.id = s.topic
                 where s.topic = :topic
                   and (s.person = :person or %s and %s)
                 order by s.shown_as, s.at limit :most
                """.formatted(Readable.label("t.room", "s.tlp"), Readable.label("t.room", "t.tlp")))
                .param("topic", topic.id())
                .param("most", MOST)
                .params(readable.parameters())
                .query((row, number) -> new ParticipantStance(
                        TrafficLight.valueOf(row.getString("tlp")).narrower(topic.light()),
                        row.getString("participant"),
                        row.getString("person"),
                        row.getString("shown_as"),
                        row.getString("stance"),
                        row.getString("words"),
                        InstantColumn.instant(row, "at")))
                .list();
    }
}
