package org.comity.thread.joint;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what joint threads say that have moved long ago, and deletes it. */
@Repository
class JointTextRows {

    /** @param goesOnIn the thread in which we went on from it; null of one in which nobody did, or that did long ago */
    record Last(Instant changedAt, boolean goneOn, @Nullable String goesOnIn) {}

    private static final String SAID = """
            (exists (select from thread.joint_act act where act.thread = joint.id and act.container is not null)
             or exists (select from thread.invitation asked
                         where asked.thread = joint.id and (asked.opening is not null or asked.invite is not null)))
            """;

    private final JdbcClient db;

    JointTextRows(JdbcClient db) {
        this.db = db;
    }

    /** Where we are asked back in, what we heard until we left goes by when we left, and the invitation by its own age. */
    List<String> saidBefore(Instant before, String after) {
        return db.sql("""
                select id from thread.joint
                 where id > :after and (disputed is null or gone_on)
                   and case when standing <> 'INVITED' then changed_at < :before and %s
                       else changed_at < :before and last_n > 0
                            and exists (select from thread.joint_act act
                                         where act.thread = joint.id and act.container is not null)
                         or exists (select from thread.invitation asked
                                     where asked.thread = joint.id and asked.at < :before
                                       and (asked.opening is not null or asked.invite is not null)) end
                 order by id
                 limit 50
                """.formatted(SAID))
                .param("after", after)
                .param("before", before.atOffset(UTC))
                .query(String.class)
                .list();
    }

    /** When we were last asked to join. */
    Optional<Instant> askedAt(String thread) {
        return db.sql("select max(at) as at from thread.invitation where thread = :id having max(at) is not null")
                .param("id", thread)
                .query((row, _) -> InstantColumn.instant(row, "at"))
                .optional();
    }

    Optional<Last> last(String thread) {
        return db.sql("select changed_at, gone_on, goes_on_in from thread.joint where id = :id")
                .param("id", thread)
                .query((row, _) -> new Last(
                        InstantColumn.instant(row, "changed_at"),
                        row.getBoolean("gone_on"),
                        row.getString("goes_on_in")))
                .optional();
    }

    Optional<Instant> forgottenAt(String thread) {
        return db.sql("""
                select max(act.forgotten_at) as at
                  from thread.joint join thread.joint_act act on act.thread = joint.id
                 where joint.id = :id and not %s
                having max(act.forgotten_at) is not null
                """.formatted(SAID))
                .param("id", thread)
                .query((row, _) -> InstantColumn.instant(row, "at"))
                .optional();
    }

    boolean forget(String act, byte[] seal, Instant at) {
        return db.sql("""
                update thread.joint_act set body = null, container = null, seal = :seal, forgotten_at = :at
                 where id = :act and container is not null
                """)
                        .param("seal", seal)
                        .param("at", at.atOffset(UTC))
                        .param("act", act)
                        .update()
                == 1;
    }

    boolean forgetInvitations(String thread, Instant before) {
        return db.sql("""
                update thread.invitation set opening = null, invite = null
                 where thread = :thread and (opening is not null or invite is not null)
                   and (at < :before or (select standing from thread.joint where id = :thread) <> 'INVITED')
                """)
                        .param("thread", thread)
                        .param("before", before.atOffset(UTC))
                        .update()
                > 0;
    }

    /** Nobody can answer what nobody can read. */
    void notInWithoutInvitation(String thread) {
        db.sql("""
                update thread.joint set standing = 'LEFT'
                 where id = :thread and standing = 'INVITED'
                   and not exists (select from thread.invitation
                                    where thread = :thread and (opening is not null or invite is not null))
                """).param("thread", thread).update();
    }
}
