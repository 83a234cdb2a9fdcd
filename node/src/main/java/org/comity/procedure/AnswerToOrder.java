package org.comity.procedure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a served order was answered of one thing that it names: the last word counts.
 *
 * @param item e.g. an account
 * @param on its last day, where this thing has one of its own; else {@code until} of the act, or null
 * @param since when it was kept, or null
 * @param reference of who answered, for it; empty where none was given
 * @param at when it was registered here
 */
public record AnswerToOrder(
        String item,
        Held held,
        @Nullable LocalDate on,
        @Nullable Instant until,
        @Nullable Instant since,
        String note,
        String reference,
        Instant at) {

    public enum Held {
        KEPT,
        PART,
        NONE,
        /** Nothing, and whoever answered says that somebody else has it. */
        ELSEWHERE;

        public boolean nothing() {
            return this == NONE || this == ELSEWHERE;
        }
    }
}
