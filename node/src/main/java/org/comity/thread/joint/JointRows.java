package org.comity.thread.joint;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.comity.proof.act.Act;
import org.comity.proof.act.JointThread.Seen;
import org.comity.thread.JointThreads.Invitation;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.JointThreads.ToLookAt;
import org.comity.thread.JointThreads.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps joint threads and where each stands, and what we were asked to join. */
@Repository
class JointRows {

    /** @param act the id of the invitation */
    record Asked(
            String act,
            Seen seen,
            String role,
            String sender,
            @Nullable Act opening,
            @Nullable Act invite) {}

    private static final int MOST_SENDERS = 16;

    private final JdbcClient db;

    JointRows(JdbcClient db) {
        this.db = db;
    }

    /** @return false if it is here already */
    boolean open(JointRow row, Instant at) {
        return db.sql("""
                insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing, opened_at, changed_at)
                values (:id, :procedure, :convention, :drill, :opener, :keeper, :standing, :at, :at)
                on conflict do nothing
                """)
                        .param("id", row.id())
                        .param("procedure", row.procedure())
                        .param("convention", row.convention())
                        .param("drill", row.drill())
                        .param("opener", row.opener())
                        .param("keeper", row.keeper())
                        .param("standing", row.standing().name())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The thread, ours alone until the transaction ends. */
    Optional<JointRow> lock(String id) {
        return db.sql("select * from thread.joint where id = :id for update")
                .param("id", id)
                .query(JointRows::row)
                .optional();
    }

    Optional<JointRow> find(String id) {
        return db.sql("select * from thread.joint where id = :id")
                .param("id", id)
                .query(JointRows::row)
                .optional();
    }

    /** In order of their ids. */
    List<JointRow> find(Collection<String> ids) {
        if (ids.isEmpty()) return List.of();
        return db.sql("select * from thread.joint where id in (:ids) order by id")
                .param("ids", ids)
                .query(JointRows::row)
                .list();
    }

    /** @param place where the row stands in the list */
    record Listed(JointRow row, PlaceInList place) {}

    /** First those that we are only asked to join, then the others; of each last changed first, from behind this place on. */
    List<Listed> list(PlaceInList after, int most) {
        return db.sql("""
                select * from thread.joint
                 where ((standing = 'INVITED'), changed_at, id) < (:asked, cast(:at as timestamptz), cast(:id as text))
                 order by (standing = 'INVITED') desc, changed_at desc, id desc
                 limit :most
                """)
                .param("asked", after.asked())
                .param("at", after.changed().atOffset(UTC))
                .param("id", after.thread())
                .param("most", most)
                .query((row, number) -> {
                    var joint = row(row, number);
                    var changed =
                            row.getObject("changed_at", OffsetDateTime.class).toInstant();
                    return new Listed(joint, new PlaceInList(joint.standing() == OurPart.INVITED, changed, joint.id()));
                })
                .list();
    }

    void move(JointRow row, Instant at) {
        db.sql("""
                update thread.joint
                   set keeper = :keeper, standing = :standing, state = :state, last_n = :n, last_hash = :hash, changed_at = :at
                 where id = :id
                """)
                .param("id", row.id())
                .param("keeper", row.keeper())
                .param("standing", row.standing().name())
                .param("state", row.state())
                .param("n", row.lastN())
                .param("hash", row.lastHash())
                .param("at", at.atOffset(UTC))
                .update();
    }

    void dispute(String id, String why, Instant at) {
        db.sql("update thread.joint set disputed = :why, changed_at = :at where id = :id")
                .param("id", id)
                .param("why", why)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Three looks, each over an index that holds only such rows. */
    List<ToLookAt> toLookAt(String self, Instant unheard) {
        return db.sql("""
                (select id, procedure, 'DISPUTED' as why from thread.joint
                  where disputed is not null and standing = 'PARTY' and not gone_on
                  order by changed_at desc limit 200)
                union all
                (select distinct joint.id, procedure, 'UNHEARD'
                   from thread.joint_act act join thread.joint on joint.id = act.thread
                  where act.author = :self and act.n is null and act.container is not null and act.kept_at < :unheard
                    and standing = 'PARTY' and disputed is null and not gone_on
                  limit 200)
                union all
                (select id, procedure, 'INVITED' from thread.joint
                  where standing = 'INVITED'
                    and not exists (select from thread.joint_act act
                                     where act.thread = joint.id and act.author = :self and act.n is null
                                       and act.container is not null)
                  order by changed_at desc limit 200)
                """)
                .param("self", self)
                .param("unheard", unheard.atOffset(UTC))
                .query((row, number) -> new ToLookAt(
                        row.getString("id"), row.getString("procedure"), Why.valueOf(row.getString("why"))))
                .list();
    }

    /** @param in the thread in which we go on; with this the old one has moved once more */
    void goneOn(String id, String in, Instant at) {
        int here = db.sql("update thread.joint set gone_on = true, changed_at = :at where id = :id")
                .param("at", at.atOffset(UTC))
                .param("id", id)
                .update();
        if (here == 0) return;
        db.sql("insert into thread.joint_follower (thread, follower) values (:id, :in) on conflict do nothing")
                .param("id", id)
                .param("in", in)
                .update();
    }

    /**
     * We are asked, or again by a later invitation of the same sender. Who opened the thread always has its place; of
     * others some are kept beside each other.
     *
     * @return false if nothing new is kept
     */
    boolean asked(String thread, Invitation invitation, String role, String sender, Instant at) {
        var asked = invitation.asked().entry();
        return db.sql("""
                insert into thread.invitation (thread, act, asked_n, asked_hash, role, sender, at, opening, invite)
                select :thread, :act, :n, :hash, :role, :sender, :at, :opening, :invite
                 where :sender = (select opener from thread.joint where id = :thread)
                    or (select count(*) from thread.invitation where thread = :thread and sender <> :sender) < :most
                on conflict (thread, sender) do update
                   set act = :act, asked_n = :n, asked_hash = :hash, role = :role, at = :at,
                       opening = :opening, invite = :invite
                 where invitation.asked_n < :n
                """)
                        .param("thread", thread)
                        .param("act", asked.act())
                        .param("n", asked.n())
                        .param("hash", asked.hash())
                        .param("role", role)
                        .param("sender", sender)
                        .param("opening", invitation.opening().act().json())
                        .param("invite", invitation.invite().act().json())
                        .param("most", MOST_SENDERS)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** How many threads this sender asked us to join since then, this one left out. */
    int askedBy(String sender, String thread, Instant since) {
        return db.sql(
                        "select count(*) from thread.invitation where sender = :sender and thread <> :thread and at > :since")
                .param("sender", sender)
                .param("thread", thread)
                .param("since", since.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /** Our answer goes to whoever sent the invitation that it names; of two that carry it, to who opened the thread. */
    void answering(String thread, String act) {
        db.sql("""
                update thread.joint
                   set keeper = coalesce((select sender from thread.invitation
                                           where thread = :thread and act = :act
                                           order by (sender = opener) desc, at desc limit 1), keeper)
                 where id = :thread and last_n = 0
                """).param("thread", thread).param("act", act).update();
    }

    /** Our answer to this invitation did not let us in; a later one still waits for ours. */
    void notIn(String thread, String invitation, Instant at) {
        db.sql("""
                update thread.joint
                   set standing = 'LEFT', changed_at = :at
                 where id = :thread and standing = 'INVITED'
                   and not exists (select from thread.invitation
                                    where invitation.thread = :thread and sender = keeper and act <> :act)
                """)
                .param("at", at.atOffset(UTC))
                .param("thread", thread)
                .param("act", invitation)
                .update();
    }

    /** @param keeper to whom our answer goes */
    void invited(String thread, String keeper) {
        db.sql("update thread.joint set keeper = :keeper, standing = 'INVITED' where id = :id and standing <> 'PARTY'")
                .param("keeper", keeper)
                .param("id", thread)
                .update();
    }

    /** The one that our answer is for: of whom it goes to, or the newest. */
    Optional<Asked> asked(String thread) {
        return asking(thread).stream().findFirst();
    }

    /** The same first, then what others sent, newest first. */
    List<Asked> asking(String thread) {
        return db.sql("""
                select invitation.* from thread.invitation join thread.joint on id = thread
                 where thread = :thread
                 order by (sender = keeper) desc, at desc
                """)
                .param("thread", thread)
                .query((row, number) -> new Asked(
                        row.getString("act"),
                        new Seen(row.getLong("asked_n"), row.getString("asked_hash")),
                        row.getString("role"),
                        row.getString("sender"),
                        act(row.getBytes("opening")),
                        act(row.getBytes("invite"))))
                .list();
    }

    private static @Nullable Act act(byte @Nullable [] json) {
        return json == null ? null : Act.read(json);
    }

    private static JointRow row(ResultSet row, int number) throws SQLException {
        return new JointRow(
                row.getString("id"),
                row.getString("procedure"),
                row.getString("convention"),
                row.getBoolean("drill"),
                row.getString("opener"),
                row.getString("keeper"),
                OurPart.valueOf(row.getString("standing")),
                row.getString("state"),
                row.getLong("last_n"),
                row.getString("last_hash"),
                row.getString("disputed"));
    }
}
