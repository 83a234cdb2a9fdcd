package org.comity.capacity.activities;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code capacity.activity_name} and {@code capacity.past_names}. */
@Repository
class ActivityNameRows {

    private final JdbcClient db;

    ActivityNameRows(JdbcClient db) {
        this.db = db;
    }

    void put(String thread, String reference, String name) {
        db.sql("""
                insert into capacity.activity_name (thread, reference, name) values (:thread, :reference, :name)
                on conflict (thread) do update set name = excluded.name
                """)
                .param("thread", thread)
                .param("reference", reference)
                .param("name", name)
                .update();
    }

    /** References of the sides that stand under a name, by their thread. */
    Map<String, String> of(String name) {
        var references = new HashMap<String, String>();
        db.sql("select thread, reference from capacity.activity_name where name = :name")
                .param("name", name)
                .query(row -> {
                    references.put(row.getString("thread"), row.getString("reference"));
                });
        return references;
    }

    /** Of these threads those that stand under a name. */
    Set<String> kept(Collection<String> threads) {
        return new HashSet<>(db.sql("select thread from capacity.activity_name where thread = any (:threads)")
                .param("threads", threads.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Whether all names are here that were given before they were kept; each one since is kept when it is given. */
    boolean pastAreKept() {
        return db.sql("select exists (select from capacity.past_names)")
                .query(Boolean.class)
                .single();
    }

    void keptPast() {
        db.sql("insert into capacity.past_names (kept) values (true) on conflict do nothing")
                .update();
    }

    void forget(String thread) {
        db.sql("delete from capacity.activity_name where thread = :thread")
                .param("thread", thread)
                .update();
    }
}
