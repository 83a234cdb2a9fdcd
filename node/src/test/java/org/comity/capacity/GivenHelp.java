package org.comity.capacity;

import java.util.List;
import java.util.Map;

/** Says what a made-up State gives, as the act that opens its thread. */
public final class GivenHelp {

    private GivenHelp() {}

    public static Map<String, Object> contribution(List<Map<String, String>> amounts) {
        return Map.ofEntries(
                Map.entry("instrument", "uncc"),
                Map.entry("authority", "Ministry of Justice of Dorvane"),
                Map.entry("title", "Travel of small delegations"),
                Map.entry("what", "Two persons of each small island State can come."),
                Map.entry("wordsIn", "en"),
                Map.entry("toward", "fund"),
                Map.entry("fund", "Travel fund"),
                Map.entry("form", "money"),
                Map.entry("amounts", amounts),
                Map.entry("earmarked", "softly"),
                Map.entry("tied", "untied"),
                Map.entry("audience", "everybody"));
    }
}
