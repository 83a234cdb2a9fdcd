package org.comity.casework.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.comity.procedure.Draft;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of the drafts those that have not left, page by page. */
@Repository
class InHandRows {

    private static final String IN_HAND =
            "(status in ('WRITING', 'SUBMITTED') or status = 'SENT' and not_before is not null and not_before > :now)";

    private final JdbcClient db;

    InHandRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Being written, waiting for approval, or approved and held beyond {@code now}: the reader's own first, then what waits for
     * approval, each longest first.
     *
     * @param after only what stands behind it, or null
     */
    List<InHand> list(Instant now, String reader, @Nullable PlaceInHand after, int limit) {
        return db.sql("select * from (" + DraftColumns.and("""
                , coalesce(submitted_at, saved_at) as in_hand_since,
                case when coalesce(submitted_by, written_by) = :reader then 0
                     when status = 'SUBMITTED' then 1 else 2 end as in_hand_group
                """) + """
                 where %s) as in_hand
                 where cast(:group as integer) is null
                    or (in_hand_group, in_hand_since, id) > (cast(:group as integer), cast(:since as timestamptz), :id)
                 order by in_hand_group, in_hand_since, id limit :limit
                """.formatted(IN_HAND))
                .param("now", InstantColumn.value(now))
                .param("reader", reader)
                .param("group", after == null ? null : after.group(), Types.INTEGER)
                .param(
                        "since",
                        after == null ? null : InstantColumn.value(after.since()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? "" : after.draft())
                .param("limit", limit)
                .query(InHandRows::inHand)
                .list();
    }

    /** Being written, or waiting for approval; longest first, whoever reads. */
    List<InHand> list(boolean waiting, @Nullable PlaceInHand after, int limit) {
        var since = waiting ? "submitted_at" : "saved_at";
        return db.sql((DraftColumns.and(", %1$s as in_hand_since, %3$d as in_hand_group\n") + """
                 where status = '%2$s' and (:since::timestamptz is null or (%1$s, id) > (:since, :id))
                 order by %1$s, id limit :limit
                """)
                        .formatted(since, waiting ? "SUBMITTED" : "WRITING", waiting ? 1 : 2))
                .param(
                        "since",
                        after == null ? null : InstantColumn.value(after.since()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? "" : after.draft())
                .param("limit", limit)
                .query(InHandRows::inHand)
                .list();
    }

    private static InHand inHand(ResultSet row, int number) throws SQLException {
        return new InHand(
                DraftColumns.draft(row, number),
                InstantColumn.instantIfAny(row, "given_back_at"),
                DraftRows.opening(row).orElse(null),
                new PlaceInHand(
                        row.getInt("in_hand_group"), InstantColumn.instant(row, "in_hand_since"), row.getString("id")));
    }

    /** A draft that has not left. */
    record InHand(Draft draft, @Nullable Instant returnedAt, DraftRows.@Nullable Opening opening, PlaceInHand place) {}
}
