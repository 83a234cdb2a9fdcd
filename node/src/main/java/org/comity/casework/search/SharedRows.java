package org.comity.casework.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which requests name the same identifier: so many identifiers of a request, so many places of each, and no more. */
@Repository
class SharedRows {

    static final int MOST_IDENTIFIERS = 20;

    /** A mailbox is found under its domain too, and is not what its domain is. */
    private static final String OTHERS = """
             cross join lateral (
                   select distinct near.thread from (
                          select thread, said from cooperation.search_key
                           where kind = 'IDENTIFIER' and key = mine.key order by kind, key, thread, place limit 200) as near
                    where near.thread <> mine.asked and position('@' || mine.key in lower(near.said)) = 0) as other
            """;

    static final String BESIDE = """
            select mine.asked, mine.key, other.thread from (
                   select asked.thread as asked, one.key from unnest(string_to_array(:threads, ',')) as asked (thread)
                    cross join lateral (
                          select distinct key from cooperation.search_key k
                           where k.thread = asked.thread and k.kind = 'IDENTIFIER' and position('@' || k.key in lower(k.said)) = 0
                           order by key limit 20) as one) as mine
            """ + OTHERS;

    static final String NAMING = """
            select mine.asked, mine.key, other.thread from (
                   select '' as asked, it.key from unnest(string_to_array(:keys, chr(10))) as it (key)) as mine
            """ + OTHERS;

    /** Up to the request that a matter began with; longer chains are cut. */
    private static final String BEGAN = """
            with recursive up (thread, began, steps) as (
                   select it, it, 0 from unnest(string_to_array(:threads, ',')) as asked (it)
                    union all
                   select up.thread, f.followed, up.steps + 1 from up
                     join cooperation.follows f on f.thread = up.began where up.steps < 8)
            select distinct on (thread) thread, began from up order by thread, steps desc
            """;

    private final JdbcClient db;

    SharedRows(JdbcClient db) {
        this.db = db;
    }

    /** @param asked the thread beside which {@code thread} names it too; empty where none was asked for */
    record Shared(String asked, String key, String thread) {}

    List<Shared> beside(Collection<String> threads) {
        return threads.isEmpty() ? List.of() : shared(BESIDE, "threads", String.join(",", threads));
    }

    List<Shared> naming(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : shared(NAMING, "keys", String.join("\n", keys));
    }

    /** The thread that each of these goes back to; itself, where it follows none. */
    Map<String, String> began(Collection<String> threads) {
        var began = new HashMap<String, String>();
        if (!threads.isEmpty()) {
            db.sql(BEGAN).param("threads", String.join(",", threads)).query(row -> {
                began.put(row.getString("thread"), row.getString("began"));
            });
        }
        return began;
    }

    private List<Shared> shared(String sql, String name, String values) {
        return db.sql(sql)
                .param(name, values)
                .query((row, _) -> new Shared(row.getString("asked"), row.getString("key"), row.getString("thread")))
                .list();
    }
}
