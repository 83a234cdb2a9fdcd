package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.List;
import org.comity.capacity.rounds.RoundsView.OpenedRoundName;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads where rounds stand, without what they hold. */
@Repository
class StandingRounds {

    private static final int MOST = 200;

    private final JdbcClient db;

    StandingRounds(JdbcClient db) {
        this.db = db;
    }

    /**
     * Where one round stands.
     *
     * @param frozenAt of its last result that a second officer did not refuse, as the next two; null where there is none
     * @param refusedAt when a second officer refused the last result of all; null where that waits or was approved
     * @param solvings how many times it was solved
     */
    record StandingRound(
            String id,
            int answerDays,
            Instant fixedAt,
            @Nullable Instant frozenAt,
            @Nullable Instant approvedAt,
            @Nullable Instant toldAt,
            @Nullable Instant refusedAt,
            int solvings) {}

    /** Newest first, also those that have ended. */
    List<OpenedRoundName> newest() {
        return db.sql("select id, fixed_at, ended_at from capacity.round order by fixed_at desc limit :most")
                .param("most", MOST)
                .query((row, n) -> new OpenedRoundName(
                        row.getString("id"),
                        InstantColumn.instant(row, "fixed_at"),
                        InstantColumn.instantIfAny(row, "ended_at")))
                .list();
    }

    /** The newest rounds that have not ended. */
    List<StandingRound> standing(int most) {
        return db.sql("""
                select r.id, r.answer_days, r.fixed_at, s.frozen_at, s.approved_at, s.told_at,
                       l.refused_at, coalesce(l.number, 0) as solvings
                  from (select * from capacity.round where ended_at is null order by fixed_at desc limit :most) r
                  left join lateral (select frozen_at, approved_at, told_at from capacity.solving
                                      where round = r.id and refused_at is null order by number desc limit 1) s on true
                  left join lateral (select number, refused_at from capacity.solving
                                      where round = r.id order by number desc limit 1) l on true
                 order by r.fixed_at desc
                """)
                .param("most", most)
                .query((row, n) -> new StandingRound(
                        row.getString("id"),
                        row.getInt("answer_days"),
                        InstantColumn.instant(row, "fixed_at"),
                        InstantColumn.instantIfAny(row, "frozen_at"),
                        InstantColumn.instantIfAny(row, "approved_at"),
                        InstantColumn.instantIfAny(row, "told_at"),
                        InstantColumn.instantIfAny(row, "refused_at"),
                        row.getInt("solvings")))
                .list();
    }
}
