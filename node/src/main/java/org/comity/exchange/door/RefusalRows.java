package org.comity.exchange.door;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often the door refused, by code and hour. */
@Repository
class RefusalRows {

    /** There are some seventy codes; a bound all the same. */
    private static final int MOST = 200;

    private final JdbcClient db;

    RefusalRows(JdbcClient db) {
        this.db = db;
    }

    void add(Instant hour, Map<String, Long> counts) {
        counts.entrySet().stream()
                .limit(MOST)
                .forEach(it -> db.sql("""
                insert into exchange.refusal (hour, code, n) values (:hour, :code, :n)
                on conflict (hour, code) do update set n = refusal.n + excluded.n
                """)
                        .param("hour", hour.atOffset(UTC))
                        .param("code", it.getKey())
                        .param("n", it.getValue())
                        .update());
    }

    List<Refused> since(Instant day, Instant week) {
        return db.sql("""
                select code, sum(n) filter (where hour >= :day) as last_day, sum(n) as last_week from exchange.refusal
                 where hour >= :week group by code order by sum(n) desc, code limit :most
                """)
                .param("day", day.atOffset(UTC))
                .param("week", week.atOffset(UTC))
                .param("most", MOST)
                .query((row, n) ->
                        new Refused(row.getString("code"), row.getLong("last_day"), row.getLong("last_week")))
                .list();
    }

    void forget(Instant before) {
        db.sql("delete from exchange.refusal where hour < :before")
                .param("before", before.atOffset(UTC))
                .update();
    }

    record Refused(String code, long lastDay, long lastWeek) {}
}
