package org.comity.casework.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the requests that were opened in one year (UTC), or reached us between two instants, for the register and the figures; a
 * drill is in none of them.
 */
@Repository
class RequestsOfYear {

    private final JdbcClient db;

    RequestsOfYear(JdbcClient db) {
        this.db = db;
    }

    /** Oldest first, after {@code last}. */
    List<RequestRow> opened(int year, Set<String> hidden, @Nullable RequestRow last, int limit) {
        var from = LocalDate.of(year, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC);
        return db.sql(RequestRows.ROWS + """
                 where opened_at >= :from and opened_at < :to and not drill
                   and (:thread::text is null or (opened_at, thread) > (cast(:opened as timestamptz), :thread))
                   %s
                 order by opened_at, thread limit :limit
                """.formatted(notHidden(hidden)))
                .param("hidden", String.join(",", hidden))
                .param("from", from)
                .param("to", from.plusYears(1))
                .param("thread", last == null ? null : last.thread())
                .param(
                        "opened",
                        last == null ? null : InstantColumn.value(last.openedAt()),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit)
                .query(RequestRows::row)
                .list();
    }

    /** The request of another reached us; the first time counts. */
    void arrived(String thread, Instant at) {
        db.sql("update cooperation.request set arrived_at = :at where thread = :thread and arrived_at is null")
                .param("at", InstantColumn.value(at))
                .param("thread", thread)
                .update();
    }

    /** Those that reached us from one instant to before another, in that order. */
    List<Requests.Arrived> arrived(Instant from, Instant to, Set<String> hidden, int limit) {
        return db.sql(RequestRows.ROWS + """
                 where arrived_at >= :from and arrived_at < :to and not drill %s
                 order by arrived_at, thread limit :limit
                """.formatted(notHidden(hidden)))
                .param("hidden", String.join(",", hidden))
                .param("from", InstantColumn.value(from))
                .param("to", InstantColumn.value(to))
                .param("limit", limit)
                .query((row, n) ->
                        new Requests.Arrived(RequestRows.row(row, n), InstantColumn.instant(row, "arrived_at")))
                .list();
    }

    List<Requests.Figure> figures(int year, Set<String> hidden) {
        var from = LocalDate.of(year, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC);
        return db.sql("""
                select split_part(procedure, '/', 1) as law, our_role, count(*) as n,
                       case when state <> 'Requested' or our_role = 'requested' or channel = 'NODE' then state
                            when letter_act is null then 'Asked'
                            when letter_posted_at is null then 'LetterReady'
                            when letter_received_on is null and letter_channel = 'SEAT' then 'AtSeat'
                            when letter_received_on is null then 'Posted'
                            else state end as shown
                  from cooperation.request
                 where opened_at >= :from and opened_at < :to and not drill %s group by law, shown, our_role
                 order by our_role, law, shown limit 200
                """.formatted(notHidden(hidden)))
                .param("hidden", String.join(",", hidden))
                .param("from", from)
                .param("to", from.plusYears(1))
                .query((row, n) -> new Requests.Figure(
                        row.getString("law"),
                        row.getString("shown"),
                        Role.of(row.getString("our_role")),
                        row.getLong("n")))
                .list();
    }

    private static String notHidden(Set<String> hidden) {
        return hidden.isEmpty() ? "" : RequestRows.NOT_HIDDEN;
    }
}
