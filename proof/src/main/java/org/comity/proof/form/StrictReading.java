package org.comity.proof.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly: every field present, none unknown, each within its limits. */
public final class StrictReading {

    public static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    public static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
    public static final Pattern THREAD =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/._-]{0,63}");
    public static final Pattern PARTICIPANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?Z");

    private StrictReading() {}

    public static Instant instant(Map<String, Object> json, String field) {
        var text = text(json, field, TIME);
        try {
            var instant = Instant.parse(text);
            if (!instant.toString().equals(text)) {
                throw new Malformed("field", field);
            }
            return instant;
        } catch (DateTimeException e) {
            throw new Malformed("field", field);
        }
    }

    public static List<String> distinct(String field, List<String> values) {
        if (values.stream().distinct().count() < values.size()) {
            throw new Malformed("field", field);
        }
        return values;
    }

    public static void only(Map<String, Object> json, Set<String> fields) {
        if (!json.keySet().equals(fields)) {
            var missing = new TreeSet<>(fields);
            missing.removeAll(json.keySet());
            long unknown =
                    json.keySet().stream().filter(it -> !fields.contains(it)).count();
            throw new Malformed("fields", "missing %s, and %d unknown".formatted(missing, unknown));
        }
    }

    public static Map<String, Object> object(Map<String, Object> json, String field) {
        return object(field, json.get(field));
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String field, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Malformed("field", field);
        }
        return (Map<String, Object>) map;
    }

    public static List<?> list(Map<String, Object> json, String field, int largest) {
        if (!(json.get(field) instanceof List<?> list)) {
            throw new Malformed("field", field);
        }
        if (list.size() > largest) {
            throw new Malformed("too-many", field);
        }
        return list;
    }

    public static String text(Map<String, Object> json, String field, Pattern allowed) {
        return matching(field, json.get(field), allowed);
    }

    public static String matching(String field, @Nullable Object value, Pattern allowed) {
        if (!(value instanceof String text) || !allowed.matcher(text).matches()) {
            throw new Malformed("field", field);
        }
        return text;
    }
}
