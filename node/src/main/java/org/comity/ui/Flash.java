package org.comity.ui;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds what the page after a redirect says at its top: a redirect attribute named {@code flash}.
 *
 * @param kind {@code green}, {@code amber}, {@code red} or {@code blue}
 */
public record Flash(String kind, String key, Map<String, String> facts) implements Serializable {

    public Flash {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public static Flash done(String key, String... named) {
        return new Flash("green", key, facts(named));
    }

    public static Flash warned(String key, String... named) {
        return new Flash("amber", key, facts(named));
    }

    static Map<String, String> facts(String... named) {
        var facts = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < named.length; i += 2) {
            facts.put(named[i], named[i + 1]);
        }
        return facts;
    }

    /** Slots and values in turn, as {@link Page#t} takes them. */
    static Object[] named(Map<String, String> facts) {
        return facts.entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray();
    }
}
