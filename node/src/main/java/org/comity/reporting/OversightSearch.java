package org.comity.reporting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Holds what the reader of oversight looks for, as typed; each part may be empty.
 *
 * @param about a reference, a thread, an act, an item of evidence, or a person by id or name
 * @param official who did it, by id or name
 * @param kind one of {@link RecordKind}, or one fact whole
 * @param day {@code 2026-11-26}, a day of our authority's zone
 */
public record OversightSearch(String about, String official, String kind, String day) {

    public boolean any() {
        return !(about + official + kind + day).isEmpty();
    }

    /** As it stands behind the question mark of the page's address. */
    public String query() {
        return "subject=%s&official=%s&kind=%s&day=%s"
                .formatted(coded(about), coded(official), coded(kind), coded(day));
    }

    private static String coded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
