package org.comity.casework.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.quiet_joint}. */
@Repository
class QuietRows {

    static final int MOST = 200;

    /** Without what a lawyer holds since that look, and where somebody wrote, or sent, what ends the silence: a leave, too. */
    private static final String STILL = """
            select quiet.thread from cooperation.quiet_joint quiet
             where not exists (select from cooperation.legal_hold hold
                                where hold.thread = quiet.thread and hold.ended_at is null)
               and not exists (select from cooperation.joint_draft draft
                                where draft.thread = quiet.thread
                                  and greatest(draft.saved_at, draft.submitted_at, draft.given_back_at) >= quiet.found_at)
            """;

    private final JdbcClient db;

    QuietRows(JdbcClient db) {
        this.db = db;
    }

    /** @param look when the daily look began that found it */
    void found(String thread, Instant look) {
        db.sql("""
                insert into cooperation.quiet_joint (thread, found_at) values (:thread, :look)
                    on conflict (thread) do update set found_at = :look
                """).param("thread", thread).param("look", look.atOffset(UTC)).update();
    }

    /** What only earlier looks found goes. */
    void over(Instant look) {
        db.sql("delete from cooperation.quiet_joint where found_at <> :look")
                .param("look", look.atOffset(UTC))
                .update();
    }

    void remove(String thread) {
        db.sql("delete from cooperation.quiet_joint where thread = :thread")
                .param("thread", thread)
                .update();
    }

    boolean has(String thread) {
        return db.sql("select exists (%s and quiet.thread = :thread)".formatted(STILL))
                .param("thread", thread)
                .query(Boolean.class)
                .single();
    }

    /** By id. */
    List<String> all() {
        return db.sql(STILL + " order by quiet.thread limit :most")
                .param("most", MOST)
                .query(String.class)
                .list();
    }
}
