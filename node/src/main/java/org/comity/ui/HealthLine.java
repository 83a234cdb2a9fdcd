package org.comity.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One thing that an administrator may have to look at: {@code health.<topic>} names it, {@code health.<topic>.<word>} says
 * how it stands, {@code health.<topic>.<word>.do} what to do next, where there is something to do.
 *
 * @param facts text, numbers, instants and durations for the sentences; never personal data or content of a case
 */
public record HealthLine(String topic, State state, String word, Map<String, Object> facts, List<Detail> details) {

    public enum State {
        GOOD,
        /** Somebody should look, in office hours. */
        LOOK,
        /** Something does not work. */
        BAD,
        /** Not switched on here, or it cannot be told. */
        OFF
    }

    /** One more sentence below, by its key. */
    public record Detail(String key, Map<String, Object> facts) {}

    public HealthLine {
        facts = Map.copyOf(facts);
        details = List.copyOf(details);
    }

    public static HealthLine of(String topic, State state, String word, Map<String, Object> facts) {
        return new HealthLine(topic, state, word, facts, List.of());
    }

    public String key() {
        return "health." + topic + "." + word;
    }

    public SafeHtml said(Page page, String key) {
        return said(page, key, facts);
    }

    public static SafeHtml said(Page page, String key, Map<String, Object> facts) {
        var named = new ArrayList<Object>();
        facts.forEach((name, value) -> {
            named.add(name);
            named.add(
                    switch (value) {
                        case Instant at -> page.time(at);
                        case Duration length -> page.length(length);
                        default -> value;
                    });
        });
        return page.rich(key, named.toArray());
    }
}
