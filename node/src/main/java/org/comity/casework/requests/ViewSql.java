package org.comity.casework.requests;

import org.comity.procedure.Requests;
import org.jspecify.annotations.Nullable;

/** The views of the desk, each as the condition that its rows fulfil. */
final class ViewSql {

    private ViewSql() {}

    /** What did not get through is ours to look at, and a letter that is ready is ours to post, whose turn it ever is. */
    static String where(Requests.@Nullable View view) {
        return switch (view) {
            case null -> "true";
            case OURS_TO_ACT -> "(turn = 'OURS' or unsent <> '{}' or post_by is not null)";
            // The earlier of both, in one expression that has an index; least() passes over null.
            case ANSWER_NOW ->
                "least(case when turn = 'OURS' then due end, post_by) <= cast(:now as timestamptz) + interval '1 hour'";
            case ENDS_SOON ->
                "turn <> 'NOBODY' and until is not null and until <= cast(:now as timestamptz) + interval '14 days'";
            case WAITING -> "turn = 'THEIRS' and post_by is null";
            case MINE, ALL_OPEN -> "(turn <> 'NOBODY' or post_by is not null)";
            case ALL -> "true";
        };
    }
}
