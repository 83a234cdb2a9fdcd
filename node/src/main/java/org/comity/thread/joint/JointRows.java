package org.comity.thread.joint;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.comity.proof.Entry;
import org.comity.proof.JointThread.Seen;
import org.comity.thread.JointThreads.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps joint threads and where each stands, and what we were asked to join. */
@Repository
class JointRows {

    /** @param act the id of the invitation */
    record Asked(String act, Seen seen, String role, String sender) {}

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

    /**
     * We are asked; again by a later invitation, of the same sender or once we had answered the one before.
     *
     * @return false if the one before stays
     */
    boolean asked(String thread, Entry asked, String role, String sender, String self, Instant at) {
        return db.sql("""
                insert into thread.invitation (thread, act, asked_n, asked_hash, role, sender, at)
                values (:thread, :act, :n, :hash, :role, :sender, :at)
                on conflict (thread) do update
                   set act = :act, asked_n = :n, asked_hash = :hash, role = :role, sender = :sender, at = :at
                 where invitation.asked_n < :n
                   and (invitation.sender = :sender
                        or invitation.asked_n <= (select last_n from thread.joint where id = :thread)
                        or exists (select from thread.joint_act
                                    where thread = :thread and author = :self and kept_at >= invitation.at))
                """)
                        .param("thread", thread)
                        .param("act", asked.act())
                        .param("n", asked.n())
                        .param("hash", asked.hash())
                        .param("role", role)
                        .param("sender", sender)
                        .param("self", self)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** @param keeper to whom our answer goes */
    void invited(String thread, String keeper) {
        db.sql("update thread.joint set keeper = :keeper, standing = 'INVITED' where id = :id and standing <> 'PARTY'")
                .param("keeper", keeper)
                .param("id", thread)
                .update();
    }

    Optional<Asked> asked(String thread) {
        return db.sql("select * from thread.invitation where thread = :thread")
                .param("thread", thread)
                .query((row, number) -> new Asked(
                        row.getString("act"),
                        new Seen(row.getLong("asked_n"), row.getString("asked_hash")),
                        row.getString("role"),
                        row.getString("sender")))
                .optional();
    }

    private static JointRow row(ResultSet row, int number) throws SQLException {
        return new JointRow(
                row.getString("id"),
                row.getString("procedure"),
                row.getString("convention"),
                row.getBoolean("drill"),
                row.getString("opener"),
                row.getString("keeper"),
                Standing.valueOf(row.getString("standing")),
                row.getString("state"),
                row.getLong("last_n"),
                row.getString("last_hash"),
                row.getString("disputed"));
    }
}
