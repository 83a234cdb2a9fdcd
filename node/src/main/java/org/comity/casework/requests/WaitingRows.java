package org.comity.casework.requests;

import java.sql.Types;
import java.util.List;
import java.util.Set;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads, page by page, the requests that await an order, those whose registers differ, and those that wait for us or nobody. */
@Repository
class WaitingRows {

    /** Read from an index of what awaits one, however many were decided: every page of a magistrate counts them. */
    static final String AWAITING_ORDER = RequestRows.ROWS + """
             where r.awaits_order and r.thread <> all (:hidden)
               and (:after::text is null or (not r.emergency, r.opened_at, r.thread) > (not :first, :opened, :after))
             order by r.emergency desc, r.opened_at, r.thread limit :most
            """;

    /** Read from an index of what does not wait for the other authority. */
    static final String NOT_WAITING_FOR = RequestRows.ROWS + """
             where r.counterpart = :counterpart and (r.turn <> 'THEIRS' or r.post_by is not null)
             %s order by r.turn <> 'NOBODY' desc, r.opened_at desc, r.thread desc limit :most
            """;

    private static final String DISPUTED = """
             where r.disputed and r.thread <> all (:hidden)
               and not exists (select from cooperation.dispute_settlement s
                                where s.thread = r.thread and s.seconded_at is not null)
            """;

    private final JdbcClient db;

    WaitingRows(JdbcClient db) {
        this.db = db;
    }

    /** @param hidden threads that are left out, as of those that are disputed */
    List<RequestRow> awaitingOrder(Set<String> hidden, @Nullable ListCursor after, int most) {
        return from(db.sql(AWAITING_ORDER), after)
                .param("hidden", hidden.toArray(String[]::new))
                .param("most", most)
                .query(RequestRows::row)
                .list();
    }

    List<RequestRow> notWaitingFor(String counterpart, @Nullable ListCursor after, int most) {
        var further =
                after == null ? "" : "and (r.turn <> 'NOBODY', r.opened_at, r.thread) < (:first, :opened, :after)";
        return from(db.sql(NOT_WAITING_FOR.formatted(further)), after)
                .param("counterpart", counterpart)
                .param("most", most)
                .query(RequestRows::row)
                .list();
    }

    List<RequestRow> disputed(Set<String> hidden, @Nullable ListCursor after, int most) {
        return from(db.sql(RequestRows.ROWS + DISPUTED + """
                   and (:after::text is null or r.changed_at < :changed or r.changed_at = :changed and r.thread > :after)
                 order by r.changed_at desc, r.thread limit :most
                """), after)
                .param("hidden", hidden.toArray(String[]::new))
                .param("most", most)
                .query(RequestRows::row)
                .list();
    }

    /** Binds where the page before ended, as each list asks for it; all null at the top. */
    private static StatementSpec from(StatementSpec list, @Nullable ListCursor after) {
        return list.param("after", after == null ? null : after.thread())
                .param("first", after != null && after.emergency())
                .param(
                        "opened",
                        after == null ? null : InstantColumn.value(after.opened()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "changed",
                        after == null ? null : InstantColumn.value(after.key()),
                        Types.TIMESTAMP_WITH_TIMEZONE);
    }

    int countAwaitingOrder(Set<String> hidden) {
        return counted("where r.awaits_order and r.thread <> all (:hidden)", hidden);
    }

    int countDisputed(Set<String> hidden) {
        return counted(DISPUTED, hidden);
    }

    /** One more than {@link Requests#MOST_COUNTED} at most. */
    private int counted(String where, Set<String> hidden) {
        return db.sql("select count(*) from (select 1 from cooperation.request r %s limit :most) as bounded"
                        .formatted(where))
                .param("hidden", hidden.toArray(String[]::new))
                .param("most", Requests.MOST_COUNTED + 1)
                .query(Integer.class)
                .single();
    }
}
