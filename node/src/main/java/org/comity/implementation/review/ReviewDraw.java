package org.comity.implementation.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.proof.lots.ReviewLots;
import org.jspecify.annotations.Nullable;

/**
 * One draw of who looks at whom: committed to before a public value exists, drawn with it, and drawn again by anybody.
 *
 * @param regions by State
 * @param named which public value is taken, in words
 * @param day on which it becomes known; before it nothing is drawn
 * @param secret kept until the draw, then published
 * @param drawn null before
 */
record ReviewDraw(
        String round,
        Map<String, String> regions,
        String commitment,
        byte[] secret,
        String named,
        LocalDate day,
        String committedBy,
        Instant committedAt,
        @Nullable Drawn drawn) {

    /** @param value the public value, as everybody can read it */
    record Drawn(String value, String result) {}

    ReviewLots lots() {
        return ReviewLots.of(regions);
    }

    /** As the command {@code lots} reads it: a line for each State with its region. */
    static String text(Map<String, String> regions) {
        return new TreeMap<>(regions)
                .entrySet().stream()
                        .map(it -> it.getKey() + "," + it.getValue() + "\n")
                        .collect(Collectors.joining());
    }
}
