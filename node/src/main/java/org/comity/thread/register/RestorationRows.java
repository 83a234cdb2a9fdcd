package org.comity.thread.register;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comity.thread.Restoration.Head;
import org.comity.thread.Restoration.Restored;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When this node was restored, and with whom it has compared its registers since. */
@Repository
class RestorationRows {

    private static final String LAST = "(select max(restored_at) from thread.restoration)";

    private final JdbcClient db;

    RestorationRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Restored> last() {
        return db.sql("select restored_at, backup_at from thread.restoration order by restored_at desc limit 1")
                .query((row, n) -> new Restored(
                        InstantColumn.instant(row, "restored_at"), InstantColumn.instant(row, "backup_at")))
                .optional();
    }

    /** @param alone keeps out all who look; else with others who look */
    void hold(boolean alone) {
        db.sql("select restored_at from thread.restoration order by restored_at for " + (alone ? "update" : "share"))
                .query(OffsetDateTime.class)
                .list();
    }

    boolean compared(String counterpart) {
        return db.sql(
                        "select exists (select from thread.compared where counterpart = :counterpart and restored_at = %s)"
                                .formatted(LAST))
                .param("counterpart", counterpart)
                .query(Boolean.class)
                .single();
    }

    void compare(String counterpart, Instant at, @Nullable String official) {
        db.sql("""
                insert into thread.compared (counterpart, restored_at, compared_at, official)
                values (:counterpart, %s, :at, :official)
                """.formatted(LAST))
                .param("counterpart", counterpart)
                .param("at", at.atOffset(UTC))
                .param("official", official)
                .update();
    }

    boolean told(Instant at) {
        return db.sql("update thread.restoration set told_at = :at where told_at is null")
                        .param("at", at.atOffset(UTC))
                        .update()
                > 0;
    }

    /** What was recalled never was said; what is held has not been said yet. */
    long count(String counterpart) {
        return db.sql("""
                select (select count(*) from thread.thread where counterpart = :counterpart and by_wire)
                     + (select count(*) from thread.party where participant = :counterpart)
                """).param("counterpart", counterpart).query(Long.class).single();
    }

    List<Head> heads(String counterpart, String after, int limit, Instant now) {
        return db.sql("""
                select t.id, t.last_n, t.last_hash,
                       array(select a.id from thread.act a
                              where a.thread = t.id and a.n is null and a.recalled_at is null
                                and (a.held_until is null or a.held_until <= :now)
                              order by a.kept_at, a.id
                              limit 200) as open
                  from thread.thread t
                 where t.counterpart = :counterpart and t.by_wire and t.id > :after
                union all
                select j.id, j.last_n, j.last_hash, '{}'::text[]
                  from thread.joint j
                 where j.last_n > 0 and j.id > :after
                   and exists (select from thread.party p
                                where p.thread = j.id and p.participant = :counterpart and p.until_n is null and p.at is null)
                 order by 1
                 limit :limit
                """)
                .param("counterpart", counterpart)
                .param("after", after)
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query((row, n) -> new Head(
                        row.getString("id"), row.getLong("last_n"), row.getString("last_hash"), Arrays.asList((String[])
                                row.getArray("open").getArray())))
                .list();
    }

    /** A joint thread, as far as it is here. */
    Optional<Joint> joint(String thread) {
        return db.sql("select last_n, disputed is not null as disputed from thread.joint where id = :thread")
                .param("thread", thread)
                .query(Joint.class)
                .optional();
    }

    record Joint(long lastN, boolean disputed) {}

    /** Whether this entry of a joint thread is here. */
    boolean holdsJoint(String thread, long n, String hash) {
        return db.sql(
                        "select exists (select from thread.joint_entry where thread = :thread and n = :n and hash = :hash)")
                .param("thread", thread)
                .param("n", n)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /**
     * Acts of ours that waited for their hour when the backup was made, and wait here still.
     *
     * @param counterpart with whom registers are compared; null for all threads in which nothing goes by wire
     */
    List<String> heldAtBackup(@Nullable String counterpart) {
        return db.sql("""
                select a.id
                  from thread.act a
                  join thread.thread t on t.id = a.thread
                  join thread.restoration r on r.restored_at = %s
                 where a.n is null and a.ours and a.recalled_at is null
                   and a.held_until > r.backup_at and a.kept_at < r.restored_at
                   and case when :counterpart::text is null then not t.by_wire
                            else t.by_wire and t.counterpart = :counterpart end
                 order by a.thread, a.id
                """.formatted(LAST))
                .param("counterpart", counterpart)
                .query(String.class)
                .list();
    }

    void holdNoLonger(List<String> acts) {
        db.sql("""
                update thread.act set held_until = null
                 where id = any (:acts) and ours and n is null and recalled_at is null and held_until is not null
                """).param("acts", acts.toArray(String[]::new)).update();
    }

    /** Threads whose register we keep and in which acts wait for an entry. */
    List<String> waiting(String counterpart) {
        return db.sql("""
                select t.id
                  from thread.thread t
                 where t.counterpart = :counterpart and t.by_wire and t.we_keep and t.disputed is null
                   and exists (select from thread.act a where a.thread = t.id and a.n is null)
                 order by t.id
                """).param("counterpart", counterpart).query(String.class).list();
    }
}
