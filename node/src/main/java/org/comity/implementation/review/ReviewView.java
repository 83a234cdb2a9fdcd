package org.comity.implementation.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.proof.lots.DrawnState;
import org.jspecify.annotations.Nullable;

/**
 * One draw and what became of it.
 *
 * @param list as the command draws it again
 * @param secret empty before the draw
 * @param mayDraw this official, now
 * @param dayCame the public value can exist
 */
public record ReviewView(
        String round,
        String list,
        String commitment,
        String named,
        LocalDate day,
        Instant committedAt,
        @Nullable DrawnLots drawn,
        boolean dayCame,
        boolean mayDraw,
        List<TakingPart> parts) {

    public record DrawnLots(String secret, String value, String result, List<DrawnState> pairs) {}

    /**
     * @param past steps of its plan whose day passed
     * @param readers word {@code reviews.readers.<readers>}
     */
    public record TakingPart(RequestRow row, boolean reviewed, String readers, long past) {}

    /** What anybody types to draw it again. */
    public String command() {
        return drawn == null
                ? ""
                : "./comity lots %s.csv --secret %s --commitment %s --randomness '%s' --result %s"
                        .formatted(
                                round, drawn.secret(), commitment, drawn.value().replace("'", "'\\''"), drawn.result());
    }
}
