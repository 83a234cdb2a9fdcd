package org.comity.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the pairs {@code --name value} and the flags of a command line; whoever is asked last finds none left.
 */
public final class BenchOptions {

    private static final Set<String> FLAGS = Set.of("--short");

    private final Map<String, String> given = new LinkedHashMap<>();

    public BenchOptions(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            var name = arguments.get(i);
            if (!name.startsWith("--")) {
                throw new IllegalArgumentException("not understood: " + name);
            }
            if (FLAGS.contains(name)) {
                given.put(name, "");
                continue;
            }
            if (++i == arguments.size()) {
                throw new IllegalArgumentException("a value is missing after " + name);
            }
            given.put(name, arguments.get(i));
        }
    }

    public long take(String name, long otherwise) {
        var value = given.remove(name);
        return value == null ? otherwise : number(name, value);
    }

    public boolean flag(String name) {
        return given.remove(name) != null;
    }

    /** Words with commas between them; none if it was not given. */
    public List<String> words(String name) {
        var value = given.remove(name);
        return value == null ? List.of() : List.of(value.split(","));
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
