package org.comity.casework.checkwords;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What whoever holds a paper is told.
 *
 * @param outcome {@code ours}, {@code over} or {@code unknown}
 * @param order null unless it is ours
 */
public record OrderCheckView(String outcome, @Nullable Order order) {

    static final OrderCheckView UNKNOWN = new OrderCheckView("unknown", null);
    static final OrderCheckView OVER = new OrderCheckView("over", null);

    /** As it stands in the form. */
    public record TypedNumber(String number, String word) {}

    /**
     * @param court empty where the order names none
     * @param sent when it left, if the order names no day
     * @param until null where it names no end
     * @param function in which the officer who signed it speaks for us
     * @param onRecord whoever signed it still does
     */
    public record Order(
            String authority,
            String court,
            @Nullable LocalDate day,
            Instant sent,
            String addressee,
            @Nullable Instant until,
            String function,
            boolean onRecord) {}
}
