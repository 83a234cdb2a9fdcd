package org.comity.casework.requests;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.comity.casework.BeforeForgetting;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which acts of a thread had a signature that did not hold when the record was last checked. */
@Repository
class FailedSealRows implements BeforeForgetting {

    /** Of one thread: as many as one page of acts shows. */
    private static final int MOST = ActRange.MOST;

    private final JdbcClient db;

    FailedSealRows(JdbcClient db) {
        this.db = db;
    }

    /** @param checked acts that were looked at now; {@code failed} those of them whose signature does not hold */
    void checked(String thread, Collection<String> checked, Collection<String> failed, Instant at) {
        db.sql("""
                delete from cooperation.failed_seal
                 where thread = :thread and act = any (:checked) and not act = any (:failed)
                """)
                .param("thread", thread)
                .param("checked", checked.toArray(String[]::new))
                .param("failed", failed.toArray(String[]::new))
                .update();
        if (failed.isEmpty()) return;
        db.sql("""
                insert into cooperation.failed_seal (act, thread, at)
                select act, :thread, :at from unnest(:failed) as of_them (act) on conflict (act) do nothing
                """)
                .param("thread", thread)
                .param("at", InstantColumn.value(at))
                .param("failed", failed.toArray(String[]::new))
                .update();
    }

    /** Those of these acts that failed. */
    Set<String> of(String thread, Collection<String> acts) {
        return Set.copyOf(db.sql("""
                select act from cooperation.failed_seal where thread = :thread and act = any (:acts) limit :most
                """)
                .param("thread", thread)
                .param("acts", acts.toArray(String[]::new))
                .param("most", MOST)
                .query(String.class)
                .list());
    }

    @Override
    public void forgetting(KeptAct act) {
        db.sql("delete from cooperation.failed_seal where act = :act")
                .param("act", act.id())
                .update();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from cooperation.failed_seal where thread = :thread")
                .param("thread", thread)
                .update();
    }
}
