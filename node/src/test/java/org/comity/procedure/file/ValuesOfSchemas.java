package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values that a schema of a field allows, and values that it forbids: all that a program with no more than the description could. */
public final class ValuesOfSchemas {

    private static final String MOMENT = "2027-04-02T10:00:00Z";
    private static final String DAY = "2027-04-02";

    private ValuesOfSchemas() {}

    /** A value that says something. */
    public static Object allowed(Map<?, ?> schema) {
        if (schema.get("examples") instanceof List<?> examples) {
            return whole(examples.getFirst(), schema);
        }
        if (schema.get("enum") instanceof List<?> options) {
            return options.isEmpty() ? "none-there" : options.getLast();
        }
        if (schema.get("pattern") instanceof String pattern) {
            return (pattern.contains("T(") || pattern.contains("T["))
                    ? MOMENT
                    : pattern.contains("{64}") ? "ab".repeat(32) : DAY;
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "boolean" -> true;
            case "integer" -> schema.get("minimum") instanceof Integer least ? Math.max(1, least) : 1;
            case "array" ->
                schema.get("items") instanceof Map<?, ?> items && !List.of().equals(items.get("enum"))
                        ? List.of(allowed(items))
                        : List.of();
            case "object" -> {
                var members = new LinkedHashMap<String, Object>();
                ((Map<?, ?>) schema.get("properties"))
                        .forEach((key, each) -> members.put(String.valueOf(key), allowed((Map<?, ?>) each)));
                yield members;
            }
            default -> "Said, and nothing more.";
        };
    }

    /** An example may leave out members, which then say nothing. */
    private static Object whole(Object example, Map<?, ?> schema) {
        if (!(example instanceof Map<?, ?> said)) {
            return example;
        }
        var members = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) schema.get("properties"))
                .keySet()
                .forEach(it -> members.put(String.valueOf(it), said.containsKey(it) ? said.get(it) : ""));
        return members;
    }

    /** The most that it allows; null where that is the same as {@link #allowed}. */
    public static @Nullable Object most(Map<?, ?> schema) {
        return switch (String.valueOf(schema.get("type"))) {
            case "string" ->
                schema.get("pattern") == null && schema.get("maxLength") instanceof Integer longest
                        ? "x".repeat(longest)
                        : null;
            case "integer" -> schema.get("maximum");
            case "array" ->
                schema.get("maxItems") instanceof Integer most && schema.get("items") instanceof Map<?, ?> items
                        ? several(items, most)
                        : null;
            default -> null;
        };
    }

    /** Values of which each breaks the schema in one way. */
    public static List<Object> forbidden(Map<?, ?> schema) {
        var wrong = new ArrayList<Object>();
        if (schema.get("enum") != null) {
            wrong.add("no-such-option");
        }
        if (schema.get("pattern") instanceof String pattern) {
            wrong.add("2027-13-45");
            if ((pattern.contains("T(") || pattern.contains("T["))) {
                wrong.add("2027-04-02T10:00:00+02:00");
            }
        }
        switch (String.valueOf(schema.get("type"))) {
            case "string" -> {
                wrong.add(7);
                wrong.add(List.of("Said"));
                if (schema.get("maxLength") instanceof Integer longest) wrong.add("x".repeat(longest + 1));
            }
            case "boolean" -> wrong.add("yes");
            case "integer" -> {
                wrong.add("7");
                if (schema.get("minimum") instanceof Integer least) wrong.add(least - 1);
                if (schema.get("maximum") instanceof Integer most && most < Integer.MAX_VALUE) wrong.add(most + 1);
            }
            case "array" -> {
                wrong.add("Said");
                if (schema.get("items") instanceof Map<?, ?> items) {
                    forbidden(items).forEach(it -> wrong.add(List.of(it)));
                    if (schema.get("maxItems") instanceof Integer most) wrong.add(several(items, most + 1));
                    if (schema.get("uniqueItems") != null) wrong.add(List.of(allowed(items), allowed(items)));
                }
            }
            case "object" -> {
                wrong.add("Said");
                var whole = (Map<?, ?>) allowed(schema);
                ((Map<?, ?>) schema.get("properties"))
                        .forEach((key, each) -> forbidden((Map<?, ?>) each)
                                .forEach(it -> wrong.add(with(whole, String.valueOf(key), it))));
                wrong.add(with(whole, "noSuchMember", "Said"));
            }
            default -> throw new IllegalArgumentException(String.valueOf(schema));
        }
        return wrong;
    }

    private static List<Object> several(Map<?, ?> items, int number) {
        var several = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            several.add(allowed(items));
        }
        return several;
    }

    private static Map<Object, Object> with(Map<?, ?> whole, String key, Object value) {
        var changed = new LinkedHashMap<Object, Object>(whole);
        changed.put(key, value);
        return changed;
    }
}
