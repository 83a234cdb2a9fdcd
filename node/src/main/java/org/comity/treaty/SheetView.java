package org.comity.treaty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of treaty actions, and what each row would become.
 *
 * @param id of the kept file; null before one is chosen
 * @param missing columns that its header lacks
 */
public record SheetView(
        @Nullable String id, List<String> columns, int most, List<String> missing, boolean tooMany, List<Look> rows) {

    /** @param why message {@code treaty.wrong.<why>}; {@code what} fills it */
    public record Reason(String why, String what) {}

    /** @param wrong is empty when the row can be taken; {@code known} when it is here already; {@code doubts} why to look again */
    public record Look(
            int row,
            String party,
            String name,
            String action,
            String day,
            String number,
            String article,
            boolean known,
            List<Reason> wrong,
            List<Reason> doubts) {

        public boolean free() {
            return wrong.isEmpty() && !known;
        }
    }

    public boolean needed(String column) {
        return TreatySheet.NEEDED.contains(column);
    }

    public boolean unusable() {
        return tooMany || !missing.isEmpty();
    }

    public long right() {
        return rows.stream().filter(Look::free).count();
    }

    public long faulty() {
        return rows.stream().filter(it -> !it.wrong().isEmpty()).count();
    }
}
