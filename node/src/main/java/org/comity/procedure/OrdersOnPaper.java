package org.comity.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what of an order its addressee may be told again, who holds it on paper: a part of a procedure whose orders bear a check
 * word.
 */
public interface OrdersOnPaper extends ProcedurePart {

    /** What an act says of the order; nothing where it says nothing of it. */
    Said said(String type, Map<String, Object> body);

    /**
     * @param number empty where the act names none, as {@code court} is
     * @param day on which it was given
     * @param until when it holds
     */
    record Said(
            String number,
            String court,
            @Nullable LocalDate day,
            @Nullable Instant until) {}
}
