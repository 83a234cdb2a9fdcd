package org.comity.identity.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import org.comity.identity.Approvals.Approval;
import org.comity.identity.ApprovalsKept;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code identity.approval}. */
@Repository
class ApprovalRows implements ApprovalsKept {

    private final JdbcClient db;

    ApprovalRows(JdbcClient db) {
        this.db = db;
    }

    /** False if this official approved this act before. */
    boolean add(String person, Approval approval, byte @Nullable [] credential, @Nullable String assertion) {
        return db.sql("""
                        insert into identity.approval (act, person, pseudonym, method, given_at, credential, assertion)
                        values (:act, :person, :pseudonym, :method, :time, :credential, :assertion)
                            on conflict (act, person) do nothing
                        """)
                        .param("act", approval.act())
                        .param("person", person)
                        .param("pseudonym", approval.pseudonym())
                        .param("method", approval.method())
                        .param("time", Timestamp.from(approval.time()))
                        .param("credential", credential, Types.BINARY)
                        .param("assertion", assertion)
                        .update()
                == 1;
    }

    @Override
    public List<Kept> of(String act) {
        return db.sql("""
                select act, person, pseudonym, method, given_at, assertion
                  from identity.approval
                 where act = :act
                 order by given_at, person
                 limit 20
                """).param("act", act).query(ApprovalRows::kept).list();
    }

    @Override
    public List<Kept> of(Collection<String> acts) {
        return db.sql("""
                select act, person, pseudonym, method, given_at, assertion
                  from identity.approval
                 where act = any(:acts)
                 order by act, given_at, person
                 limit 1000
                """)
                .param("acts", acts.stream().limit(200).toArray(String[]::new))
                .query(ApprovalRows::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("act"),
                row.getString("person"),
                row.getString("method"),
                row.getTimestamp("given_at").toInstant(),
                row.getString("assertion"));
    }
}
