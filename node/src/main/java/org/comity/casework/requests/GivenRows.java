package org.comity.casework.requests;

import java.time.Instant;
import java.util.List;
import org.comity.casework.GivenRequests;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who put a request into whose hands. */
@Repository
class GivenRows {

    private final JdbcClient db;

    GivenRows(JdbcClient db) {
        this.db = db;
    }

    record Given(RequestRow request, String by, Instant at) {}

    void give(String thread, String owner, String by, Instant at) {
        db.sql(
                        "update cooperation.request set owner = :owner, given_by = :by, given_at = :at, changed_at = greatest(changed_at, :at) where thread = :thread")
                .param("owner", owner)
                .param("by", by)
                .param("at", InstantColumn.value(at))
                .param("thread", thread)
                .update();
    }

    /** One more than is shown at once, if there are so many. */
    List<Given> open(String owner) {
        return db.sql(RequestRows.ROWS + """
                 where r.owner = :owner and r.given_by is not null and (r.turn <> 'NOBODY' or r.post_by is not null)
                 order by r.given_at desc, r.thread limit %d
                """.formatted(GivenRequests.MOST + 1))
                .param("owner", owner)
                .query((row, n) -> new Given(
                        RequestRows.row(row, n), row.getString("given_by"), InstantColumn.instant(row, "given_at")))
                .list();
    }
}
