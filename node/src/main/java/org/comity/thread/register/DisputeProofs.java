package org.comity.thread.register;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.Threads.DisputeProof;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was kept when registers differed. */
@Repository
class DisputeProofs {

    private final JdbcClient db;
    private final ThreadLimits limits;

    DisputeProofs(JdbcClient db, ThreadLimits limits) {
        this.db = db;
        this.limits = limits;
    }

    /** Keeps it unless it is kept already, or the thread has its fill. */
    void add(String thread, String why, byte @Nullable [] ours, SignedEntry theirs, Instant at) {
        db.sql("""
                insert into thread.dispute_proof (thread, why, ours, theirs, theirs_hash, kept_at)
                select :thread, :why, cast(:ours as bytea), :theirs, :hash, :at
                 where (select count(*) from thread.dispute_proof where thread = :thread) < :largest
                on conflict do nothing
                """)
                .param("thread", thread)
                .param("why", why)
                .param("ours", ours)
                .param("theirs", theirs.json())
                .param("hash", theirs.entry().hash())
                .param("at", at.atOffset(UTC))
                .param("largest", limits.largestProofs())
                .update();
    }

    List<DisputeProof> of(String thread) {
        return db.sql("""
                select why, ours, theirs, kept_at from thread.dispute_proof
                 where thread = :thread
                 order by id
                 limit 100
                """)
                .param("thread", thread)
                .query((row, number) -> new DisputeProof(
                        row.getString("why"),
                        row.getBytes("ours"),
                        row.getBytes("theirs"),
                        InstantColumn.instant(row, "kept_at")))
                .list();
    }
}
