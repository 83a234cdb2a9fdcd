package org.comity.cooperation.requests;

import org.comity.cooperation.Requests;
import org.jspecify.annotations.Nullable;

/** The views of the desk, each as the condition that its rows fulfil. */
final class ViewSql {

    private ViewSql() {}

    /** What did not get through is ours to look at, whose turn it ever is. */
    static String where(Requests.@Nullable View view) {
        return switch (view) {
            case null -> "true";
            case OURS_TO_ACT -> "(turn = 'OURS' or unsent <> '{}')";
            case ANSWER_NOW -> "turn = 'OURS' and due is not null and due <= cast(:now as timestamptz) + interval '1 hour'";
            case ENDS_SOON ->
                "turn <> 'NOBODY' and until is not null and until <= cast(:now as timestamptz) + interval '14 days'";
            case WAITING -> "turn = 'THEIRS'";
            case MINE, ALL_OPEN -> "turn <> 'NOBODY'";
            case ALL -> "true";
        };
    }
}
