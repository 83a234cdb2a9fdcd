package org.comity.casework.delivery;

import java.time.Instant;
import java.util.List;
import org.comity.casework.PreparedActs.Prepared;
import org.comity.procedure.form.Found;
import org.jspecify.annotations.Nullable;

/**
 * One act that the program has filled in.
 *
 * @param lines the first of its items; those that differ before the others
 * @param all how many items there are
 */
public record PreparedView(Prepared prepared, List<Line> lines, int all) {

    /**
     * @param sha256 of the plain whole, or null while its manifest is not here
     */
    public record Line(
            String manifest,
            @Nullable String sha256,
            @Nullable Long size,
            @Nullable Instant at,
            boolean matched) {}

    static PreparedView of(Prepared prepared, List<Found> found, int most) {
        var lines = found.stream()
                .map(it -> new Line(
                        it.manifest(), it.sha256(), it.size(), it.matched(), it.result() == Found.Result.MATCHED))
                .sorted((a, b) -> Boolean.compare(a.matched(), b.matched()))
                .limit(most)
                .toList();
        return new PreparedView(prepared, lines, found.size());
    }
}
