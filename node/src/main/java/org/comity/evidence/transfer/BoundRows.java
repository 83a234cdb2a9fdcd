package org.comity.evidence.transfer;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much of each sender lies here, or comes, without that an officer had it fetched. */
@Repository
class BoundRows {

    /** From thread to thread of what waits, until one is not hidden: thousands of items wait in one as a single does. */
    static final String ANY_TO_PRESS = """
            with recursive waiting as (
                 (select min(thread) as thread from evidence.arrival where state = 'PAUSED' and why is not null)
                 union all
                 select (select min(thread) from evidence.arrival
                          where state = 'PAUSED' and why is not null and thread > waiting.thread)
                   from waiting
                  where waiting.thread is not null)
            select exists (select from waiting where thread is not null and thread <> all (:hidden))
            """;

    private final JdbcClient db;

    BoundRows(JdbcClient db) {
        this.db = db;
    }

    boolean pressed(String manifest) {
        return db.sql("select pressed_by is not null from evidence.arrival where manifest = :manifest")
                .param("manifest", manifest)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void press(String manifest, String by) {
        db.sql("update evidence.arrival set pressed_by = :by where manifest = :manifest")
                .param("by", by)
                .param("manifest", manifest)
                .update();
    }

    /**
     * Bytes of its other items: those that came, and those that began, or were delivered, before this one.
     *
     * @param underWay began at this moment, whether anything came yet or not
     */
    long beside(String manifest, Set<String> underWay) {
        return db.sql("""
                select coalesce(sum(o.bytes), 0)
                  from evidence.arrival a
                  join evidence.arrival o on o.sender = a.sender and o.manifest <> a.manifest
                  join evidence.item i on i.id = o.item
                 where a.manifest = :manifest
                   and o.pressed_by is null
                   and i.state not in ('GIVEN_UP', 'DESTROYED')
                   and (o.reached > 0 or o.manifest = any(:underWay) or o.state = 'WAITING' and (o.expected_at, o.manifest) < (a.expected_at, a.manifest))
                """)
                .param("manifest", manifest)
                .param("underWay", underWay.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /**
     * Whether any item waits for an officer: asked for every page, so nothing is counted.
     *
     * @param hidden threads that are not looked at
     */
    boolean anyToPress(Set<String> hidden) {
        return db.sql(ANY_TO_PRESS)
                .param("hidden", hidden.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /**
     * How many items of each sender wait for an officer.
     *
     * @param hidden threads of which nothing is counted
     */
    Map<String, Long> toPress(Set<String> hidden) {
        var waiting = new TreeMap<String, Long>();
        db.sql("""
                select sender, count(*) as n from evidence.arrival
                 where state = 'PAUSED' and why is not null and thread <> all (:hidden)
                 group by sender order by sender limit 200
                """).param("hidden", hidden.toArray(String[]::new)).query(row -> {
            waiting.put(row.getString("sender"), row.getLong("n"));
        });
        return waiting;
    }
}
