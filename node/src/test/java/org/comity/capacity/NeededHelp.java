package org.comity.capacity;

import java.util.List;
import java.util.Map;

/** What Dorvane writes when it names a need: training of investigators. */
public final class NeededHelp {

    private NeededHelp() {}

    public static Map<String, Object> need(String title, String... articles) {
        return Map.ofEntries(
                Map.entry("instrument", "uncc"),
                Map.entry("authority", "Ministry of Justice of Dorvane"),
                Map.entry("title", title),
                Map.entry("kind", "train-le"),
                Map.entry("articles", List.of(articles)),
                Map.entry("units", 2),
                Map.entry("unit", "persons"),
                Map.entry("severity", "urgent"),
                Map.entry("why", "Nobody here can take a copy of a disk."),
                Map.entry("cause", List.of("people")),
                Map.entry("earliest", "2027-01-01"),
                Map.entry("latest", "2028-12-31"),
                Map.entry("languages", List.of("en")),
                Map.entry("mode", "either"),
                Map.entry("line", "good"),
                Map.entry("audience", "secretariat"));
    }
}
