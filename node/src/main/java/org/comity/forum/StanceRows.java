package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.comity.vocabulary.InstantColumn;
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
                   set person = excluded.person, shown_as = excluded.shown_as, stance = excluded.stance,
                       words = excluded.words, at = excluded.at
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

    List<ParticipantStance> of(long topic) {
        return db.sql("select * from forum.stance where topic = :topic order by shown_as, at limit :most")
                .param("topic", topic)
                .param("most", MOST)
                .query((row, number) -> new ParticipantStance(
                        row.getString("participant"),
                        row.getString("person"),
                        row.getString("shown_as"),
                        row.getString("stance"),
                        row.getString("words"),
                        InstantColumn.instant(row, "at")))
                .list();
    }
}
