package org.comity.casework.requests;

import static java.util.stream.Collectors.joining;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the list from where it was left: its rows, or their places alone. */
@Repository
class ListRows {

    private static final String AMONG = "and thread = any (string_to_array(:among, ','))";

    static final String ENDING = "and until <= :ending";

    private final JdbcClient db;

    ListRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Names the part of the list that is read.
     *
     * @param hidden threads that the reader must not see
     * @param after where it was left, or null: from its beginning
     */
    record Asked(
            Requests.Filter filter,
            Set<String> hidden,
            Requests.Order order,
            @Nullable ListCursor after) {

        Asked from(@Nullable ListCursor cursor) {
            return new Asked(filter, hidden, order, cursor);
        }
    }

    List<RequestRow> rows(Asked asked, int limit) {
        return ask(RequestRows.ROWS, asked, null, "", limit)
                .query(RequestRows::row)
                .list();
    }

    /**
     * The same without drills, which take no place from the others.
     *
     * @param each differ in procedure and state of a request alone; so many of each, in one look
     */
    List<RequestRow> inEarnest(List<Asked> each, int limit) {
        if (each.isEmpty()) return List.of();
        var all = each.stream()
                .map(it -> "(" + sql(RequestRows.ROWS, it, " and not drill") + ")")
                .collect(joining(" union all "));
        return with(all, each.getFirst(), null, limit).query(RequestRows::row).list();
    }

    /** Of these alone. */
    List<RequestRow> rows(Asked asked, Collection<String> among, int limit) {
        return ask(RequestRows.ROWS, asked, among, AMONG, limit)
                .query(RequestRows::row)
                .list();
    }

    /** Where each row stands, without what it says. */
    List<ListCursor> places(Asked asked, int limit) {
        var what = "select thread, emergency, opened_at, %s as key from cooperation.request\n"
                .formatted(OrderSql.key(asked.order()));
        return ask(what, asked, null, "", limit)
                .query((row, n) -> new ListCursor(
                        row.getBoolean("emergency"),
                        InstantColumn.instantIfAny(row, "key"),
                        InstantColumn.instant(row, "opened_at"),
                        row.getString("thread")))
                .list();
    }

    /** @param ending counts what ends by then alone; null: all */
    record Ending(Asked asked, @Nullable Instant ending) {}

    /**
     * Of what each of these lists without words holds, drills left out; one more than {@link Requests#MOST_COUNTED} at most.
     *
     * @param each differ in view, state and end alone; counted in one statement, in their order
     */
    List<Integer> count(List<Ending> each) {
        var filter = each.getFirst().asked().filter();
        var channels = filter.channels().stream().map(Channel::name).collect(joining(","));
        var counts = IntStream.range(0, each.size())
                .mapToObj(n ->
                        "(" + countSql(each.get(n).asked(), each.get(n).ending() == null ? "" : ENDING + n) + ")")
                .collect(joining(", "));
        var spec = db.sql("select " + counts)
                .param("role", filter.role() == null ? null : filter.role().word())
                .param("channels", channels.isEmpty() ? null : channels)
                .param("owner", filter.owner())
                .param("hidden", String.join(",", each.getFirst().asked().hidden()));
        for (int n = 0; n < each.size(); n++) {
            var ending = InstantColumn.value(each.get(n).ending());
            spec = spec.param("ending" + n, ending, Types.TIMESTAMP_WITH_TIMEZONE);
        }
        return spec.query((row, _) -> {
                    List<Integer> found = new ArrayList<>();
                    for (int n = 1; n <= each.size(); n++) found.add(row.getInt(n));
                    return found;
                })
                .single();
    }

    /** @param only one more condition, or nothing */
    static String countSql(Asked asked, String only) {
        return """
                select count(*) from (select 1 from cooperation.request where not drill and %s %s %s %s limit %d) as bounded
                """.formatted(
                        ViewSql.where(asked.filter().view(), asked.filter().now()),
                        FilterSql.where(asked.filter()),
                        asked.hidden().isEmpty() ? "" : RequestRows.NOT_HIDDEN,
                        only,
                        Requests.MOST_COUNTED + 1);
    }

    private JdbcClient.StatementSpec ask(
            String what, Asked asked, @Nullable Collection<String> among, String only, int limit) {
        return with(sql(what, asked, only), asked, among, limit);
    }

    private JdbcClient.StatementSpec with(String sql, Asked asked, @Nullable Collection<String> among, int limit) {
        var filter = asked.filter();
        var after = asked.after();
        var channels = filter.channels().stream().map(Channel::name).collect(joining(","));
        return db.sql(sql)
                .param("role", filter.role() == null ? null : filter.role().word())
                .param("channels", channels.isEmpty() ? null : channels)
                .param("owner", filter.owner())
                .param("among", among == null ? null : String.join(",", among))
                .param("hidden", String.join(",", asked.hidden()))
                .param("after", after == null ? null : after.thread())
                .param("afterEmergency", after != null && after.emergency())
                .param(
                        "afterDue",
                        after == null ? null : InstantColumn.value(after.key()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "afterOpened",
                        after == null ? null : InstantColumn.value(after.opened()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit);
    }

    /** @param only one more condition, or nothing */
    static String sql(String what, Asked asked, String only) {
        var after = asked.after();
        return (what + """
                 where %s
                   %s
                   %s
                   %s
                   %s
                 order by %s
                 limit :limit
                """)
                .formatted(
                        ViewSql.where(asked.filter().view(), asked.filter().now()),
                        FilterSql.where(asked.filter()),
                        only,
                        asked.hidden().isEmpty() ? "" : RequestRows.NOT_HIDDEN,
                        after == null ? "" : "and " + OrderSql.after(asked.order()),
                        OrderSql.by(asked.order()));
    }
}
