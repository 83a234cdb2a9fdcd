package org.comity.casework.requests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.comity.procedure.Requests;
import org.jspecify.annotations.Nullable;

/** The views of the desk, each as the condition that its rows fulfil. */
final class ViewSql {

    private ViewSql() {}

    /**
     * What did not get through is ours to look at, and a letter that is ready is ours to post, whose turn it ever is.
     *
     * @param now of the clock; null: nothing is due or ends
     */
    static String where(Requests.@Nullable View view, @Nullable Instant now) {
        return switch (view) {
            case null -> "true";
            case OURS_TO_ACT -> "(turn = 'OURS' or unsent <> '{}' or post_by is not null)";
            // Life at risk is due at once. The earlier of both, in one expression that has an index; least() passes
            // over null.
            case ANSWER_NOW -> """
                least(case when turn = 'OURS' then case when emergency and not drill then '-infinity'::timestamptz else due end end, post_by)
                 <= %s + interval '1 hour'""".formatted(minute(now));
            case ENDS_SOON ->
                "turn <> 'NOBODY' and until is not null and until <= " + minute(now) + " + interval '14 days'";
            case WAITING -> "turn = 'THEIRS' and post_by is null";
            case MINE, ALL_OPEN -> "(turn <> 'NOBODY' or post_by is not null)";
            case ALL -> "true";
        };
    }

    /**
     * To the minute, in the statement itself: with a value that comes later the database takes a third of all rows to be due, and
     * reads them in their order until it has a page of what hardly any is.
     */
    private static String minute(@Nullable Instant now) {
        return "cast(%s as timestamptz)"
                .formatted(now == null ? "null" : "'" + now.truncatedTo(ChronoUnit.MINUTES) + "'");
    }
}
