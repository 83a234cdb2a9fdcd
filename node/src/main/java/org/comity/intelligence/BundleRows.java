package org.comity.intelligence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.comity.casework.BeforeForgetting;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which files of acts are STIX bundles: tables {@code intelligence.bundle} and {@code intelligence.past}. */
@Repository
class BundleRows implements BeforeForgetting {

    private final JdbcClient db;

    BundleRows(JdbcClient db) {
        this.db = db;
    }

    record FoundBundle(String act, String name) {}

    void keep(String thread, FoundBundle found) {
        db.sql("""
                insert into intelligence.bundle (act, name, thread) values (:act, :name, :thread) on conflict do nothing
                """)
                .param("act", found.act())
                .param("name", found.name())
                .param("thread", thread)
                .update();
    }

    List<FoundBundle> of(Collection<String> acts) {
        if (acts.isEmpty()) return List.of();
        return db.sql("select act, name from intelligence.bundle where act = any(:acts) order by act, name")
                .param("acts", acts.toArray(String[]::new))
                .query((row, _) -> new FoundBundle(row.getString("act"), row.getString("name")))
                .list();
    }

    boolean lookedAtPast() {
        return db.sql("select exists (select 1 from intelligence.past)")
                .query(Boolean.class)
                .single();
    }

    void pastLookedAt(Instant now) {
        db.sql("insert into intelligence.past (looked_at) values (:now)")
                .param("now", InstantColumn.value(now))
                .update();
    }

    @Override
    public void forgetting(KeptAct act) {
        db.sql("delete from intelligence.bundle where act = :act")
                .param("act", act.id())
                .update();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from intelligence.bundle where thread = :thread")
                .param("thread", thread)
                .update();
    }
}
