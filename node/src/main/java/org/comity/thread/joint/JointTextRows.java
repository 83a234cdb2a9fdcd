package org.comity.thread.joint;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.proof.act.Envelope;
import org.comity.thread.JointThreadKeeping.DeletedBefore;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what joint threads say that have moved long ago, and deletes it. */
@Repository
class JointTextRows {

    /** When it last moved, and whether we went on from it in another. */
    record Last(Instant changedAt, boolean goneOn) {}

    /** An act that waits for its entry. */
    record WithoutEntry(String act, Envelope envelope, Instant at) {}

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
        return db.sql("select changed_at, gone_on from thread.joint where id = :id")
                .param("id", thread)
                .query((row, _) -> new Last(InstantColumn.instant(row, "changed_at"), row.getBoolean("gone_on")))
                .optional();
    }

    List<String> followers(String thread, int most) {
        return db.sql("""
                select follower from thread.joint_follower where thread = :thread order by follower limit :most
                """)
                .param("thread", thread)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Acts of this author that have no entry, nor has any that it said later; newest first, also once their words are gone. */
    List<WithoutEntry> lastWithoutEntry(String thread, String author) {
        return db.sql("""
                select id, envelope, kept_at from thread.joint_act act
                 where thread = :thread and author = :author and n is null
                   and not exists (select from thread.joint_act later
                                    where later.thread = :thread and later.author = :author
                                      and later.n is not null and later.kept_at > act.kept_at)
                 order by kept_at desc limit 200
                """)
                .param("thread", thread)
                .param("author", author)
                .query((row, _) -> new WithoutEntry(
                        row.getString("id"),
                        Envelope.read(row.getBytes("envelope")),
                        InstantColumn.instant(row, "kept_at")))
                .list();
    }

    /** Up to which entry words were deleted, and when the last of them, while others are here; 0 where no entry says. */
    Optional<DeletedBefore> deletedBefore(String thread) {
        return db.sql("""
                select coalesce(max(act.n), 0) as n, max(act.forgotten_at) as at
                  from thread.joint join thread.joint_act act on act.thread = joint.id
                 where joint.id = :id and act.forgotten_at is not null
                   and exists (select from thread.joint_act said
                                where said.thread = joint.id and said.container is not null)
                having max(act.forgotten_at) is not null
                """)
                .param("id", thread)
                .query((row, _) -> new DeletedBefore(row.getLong("n"), InstantColumn.instant(row, "at")))
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
