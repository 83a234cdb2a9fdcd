package org.comity.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.procedure.PastStep;
import org.jspecify.annotations.Nullable;

/**
 * A file of past requests, and what each row becomes.
 *
 * @param id of the kept file, or null before one is chosen
 * @param missing columns that the file lacks
 * @param usual the procedure of a row that names none
 * @param statuses that a row may name, by procedure
 */
public record ImportView(
        @Nullable String id,
        List<String> columns,
        int most,
        List<String> missing,
        boolean tooMany,
        List<Line> lines,
        boolean chooseFirst,
        Map<String, Map<String, List<PastStep>>> statuses,
        String usual) {

    /**
     * @param known is here already
     * @param posted how our letter left; null where they asked, or the row is wrong
     * @param wrong is empty when the row is right
     */
    public record Line(
            int row,
            String state,
            String direction,
            String number,
            String day,
            String law,
            String status,
            boolean known,
            @Nullable Posted posted,
            List<Wrong> wrong) {}

    /** @param by channel, as messages name it */
    public record Posted(String by, String number, LocalDate day) {}

    /** @param why message {@code paper.import.wrong.<why>} */
    public record Wrong(String why, String what) {}

    public boolean needed(String column) {
        return PastRequest.NEEDED.contains(column);
    }

    public long right() {
        return lines.stream().filter(it -> it.wrong().isEmpty() && !it.known()).count();
    }

    public long here() {
        return lines.stream().filter(it -> it.wrong().isEmpty() && it.known()).count();
    }

    public long faulty() {
        return lines.stream().filter(it -> !it.wrong().isEmpty()).count();
    }

    public boolean unusable() {
        return tooMany || !missing.isEmpty();
    }
}
