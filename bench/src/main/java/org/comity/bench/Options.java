package org.comity.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pairs {@code --name number} of a command line; whoever is asked last finds none left. */
final class Options {

    private final Map<String, Long> given = new LinkedHashMap<>();

    Options(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!name.startsWith("--")) {
                throw new IllegalArgumentException("not understood: " + name);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("a value is missing after " + name);
            }
            given.put(name, number(name, arguments.get(i + 1)));
        }
    }

    long take(String name, long otherwise) {
        var value = given.remove(name);
        return value == null ? otherwise : value;
    }

    void mustBeEmpty() {
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("not understood: " + String.join(" ", given.keySet()));
        }
    }

    static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be from %d to %d".formatted(name, least, most));
        }
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s needs a whole number, not %s".formatted(name, value));
        }
    }
}
