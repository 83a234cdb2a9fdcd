package org.comity.casework.requests;

import org.comity.procedure.Requests;

/** The orders of the list, each with the comparison that goes on after a row of it. */
final class OrderSql {

    private OrderSql() {}

    static String after(Requests.Order order) {
        return switch (order) {
            case DUE -> """
                    (not emergency, coalesce(least(due, post_by), 'infinity'::timestamptz), opened_at, thread)
                     > (not :afterEmergency, coalesce(:afterDue, 'infinity'::timestamptz), :afterOpened, :after)""";
            case ENDS -> """
                    (coalesce(until, 'infinity'::timestamptz), opened_at, thread)
                     > (coalesce(:afterDue, 'infinity'::timestamptz), :afterOpened, :after)""";
            case NEWEST -> "(opened_at, thread) < (:afterOpened, :after)";
            case CHANGED -> "(changed_at, thread) > (:afterDue, :after)";
        };
    }

    /** By what a place in the list is told besides the instant at which the request was opened. */
    static String key(Requests.Order order) {
        return switch (order) {
            case ENDS -> "until";
            case CHANGED -> "changed_at";
            case DUE, NEWEST -> "least(due, post_by)";
        };
    }

    static String by(Requests.Order order) {
        return switch (order) {
            case DUE -> "emergency desc, coalesce(least(due, post_by), 'infinity'::timestamptz), opened_at, thread";
            case ENDS -> "coalesce(until, 'infinity'::timestamptz), opened_at, thread";
            case NEWEST -> "opened_at desc, thread desc";
            case CHANGED -> "changed_at, thread";
        };
    }
}
