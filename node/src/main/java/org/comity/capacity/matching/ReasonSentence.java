package org.comity.capacity.matching;

import java.util.LinkedHashMap;
import java.util.Map;

/** A sentence by its key, with what goes into its slots, so that every reader gets it in the own language. */
public record ReasonSentence(String key, Map<String, Object> slots) {

    public ReasonSentence {
        slots = Map.copyOf(slots);
    }

    static ReasonSentence of(String key, Object... named) {
        var slots = new LinkedHashMap<String, Object>();
        for (int i = 0; i < named.length; i += 2) slots.put((String) named[i], named[i + 1]);
        return new ReasonSentence(key, slots);
    }

    /** Alternately a slot's name and its value, as sentences are said. */
    public Object[] named() {
        return slots.entrySet().stream()
                .flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue()))
                .toArray();
    }
}
