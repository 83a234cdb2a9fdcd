package org.comity.implementation.review;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code implementation.review_draw}. */
@Repository
class ReviewDrawRows {

    static final int MOST = 100;

    private final JdbcClient db;

    ReviewDrawRows(JdbcClient db) {
        this.db = db;
    }

    /** @return false if there is one of this name */
    boolean commit(ReviewDraw draw) {
        return db.sql("""
                insert into implementation.review_draw
                       (round, states, commitment, secret, named, day, committed_by, committed_at)
                values (:round, :states, :commitment, :secret, :named, :day, :by, :at) on conflict do nothing
                """)
                        .param("round", draw.round())
                        .param("states", ReviewDraw.text(draw.regions()))
                        .param("commitment", draw.commitment())
                        .param("secret", draw.secret())
                        .param("named", draw.named())
                        .param("day", draw.day())
                        .param("by", draw.committedBy())
                        .param("at", draw.committedAt().atOffset(UTC))
                        .update()
                == 1;
    }

    /** @return false if it was drawn meanwhile */
    boolean drawn(String round, String value, String result, String by, Instant at) {
        return db.sql("""
                update implementation.review_draw
                   set value = :value, result = :result, drawn_by = :by, drawn_at = :at
                 where round = :round and drawn_at is null and committed_by <> :by
                """)
                        .param("round", round)
                        .param("value", value)
                        .param("result", result)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<ReviewDraw> find(String round) {
        return db.sql("select * from implementation.review_draw where round = :round")
                .param("round", round)
                .query(ReviewDrawRows::draw)
                .optional();
    }

    /** Newest first. */
    List<ReviewDraw> all() {
        return db.sql("select * from implementation.review_draw order by committed_at desc, round desc limit :most")
                .param("most", MOST)
                .query(ReviewDrawRows::draw)
                .list();
    }

    private static ReviewDraw draw(ResultSet row, int number) throws SQLException {
        var at = InstantColumn.instantIfAny(row, "drawn_at");
        return new ReviewDraw(
                row.getString("round"),
                regions(row.getString("states")),
                row.getString("commitment"),
                row.getBytes("secret"),
                row.getString("named"),
                row.getObject("day", LocalDate.class),
                row.getString("committed_by"),
                InstantColumn.instant(row, "committed_at"),
                at == null ? null : new ReviewDraw.Drawn(row.getString("value"), row.getString("result")));
    }

    private static Map<String, String> regions(String states) {
        var regions = new TreeMap<String, String>();
        states.lines().map(it -> it.split(",", 2)).forEach(it -> regions.put(it[0], it[1]));
        return regions;
    }
}
