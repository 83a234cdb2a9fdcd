package org.comity.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object strictly: every field present, none unknown, each within its limits. */
record StrictFields(Map<String, Object> json) {

    static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    static final Pattern ID = Pattern.compile("[A-Z]{2}-[A-Za-z0-9]{1,20}");
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/._-]{0,63}");
    static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/=]{16,200}");

    static StrictFields read(byte[] bytes, int largest, String... names) {
        return read(bytes, largest).only(names);
    }

    /** Which fields there may be is for the caller to say. */
    static StrictFields read(byte[] bytes, int largest) {
        if (bytes.length > largest) {
            throw new Malformed("too-large", "%d bytes, at most %d".formatted(bytes.length, largest));
        }
        return new StrictFields(CanonicalJson.read(bytes));
    }

    StrictFields only(String... names) {
        if (!json.keySet().equals(Set.of(names))) {
            throw new Malformed("fields", "expected " + Set.of(names) + " and found " + json.keySet());
        }
        return this;
    }

    StrictFields object(String field) {
        return of(field, json.get(field));
    }

    @SuppressWarnings("unchecked")
    static StrictFields of(String field, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Malformed("field", field);
        }
        return new StrictFields((Map<String, Object>) map);
    }

    boolean has(String field) {
        return json.get(field) != null;
    }

    String text(String field, Pattern allowed) {
        return matching(field, json.get(field), allowed);
    }

    /** Free text of at most so many characters; line breaks are allowed, other control characters are not. */
    String text(String field, int longest) {
        return words(field, json.get(field), longest);
    }

    @Nullable
    String textOrNull(String field, Pattern allowed) {
        return has(field) ? text(field, allowed) : null;
    }

    boolean flag(String field) {
        if (!(json.get(field) instanceof Boolean flag)) {
            throw new Malformed("field", field);
        }
        return flag;
    }

    long positive(String field) {
        if (!(json.get(field) instanceof Number number) || number.longValue() < 1) {
            throw new Malformed("field", field);
        }
        return number.longValue();
    }

    Instant instant(String field) {
        try {
            var text = text(field, Pattern.compile(".{20,24}"));
            var instant = Instant.parse(text);
            if (instant.toString().equals(text) && instant.getNano() % 1_000_000 == 0) {
                return instant;
            }
        } catch (DateTimeException notAnInstant) {
            // falls through to the one refusal below
        }
        throw new Malformed("field", field);
    }

    List<?> list(String field, int largest) {
        if (!(json.get(field) instanceof List<?> list)) {
            throw new Malformed("field", field);
        }
        if (list.size() > largest) {
            throw new Malformed("too-many", field);
        }
        return list;
    }

    List<String> texts(String field, int largest, int longest) {
        return list(field, largest).stream()
                .map(it -> words(field, it, longest))
                .toList();
    }

    Map<String, String> textMap(String field, int largest, int longest) {
        var map = new TreeMap<String, String>();
        entries(field, largest).forEach((key, value) -> map.put(key, words(field + "." + key, value, longest)));
        return map;
    }

    Map<String, Object> entries(String field, int largest) {
        var map = object(field).json();
        if (map.size() > largest) {
            throw new Malformed("too-many", field);
        }
        map.keySet().forEach(it -> matching(field, it, NAME));
        return map;
    }

    private static String matching(String field, @Nullable Object value, Pattern allowed) {
        if (!(value instanceof String text) || !allowed.matcher(text).matches()) {
            throw new Malformed("field", field);
        }
        return text;
    }

    private static String words(String field, @Nullable Object value, int longest) {
        if (!(value instanceof String text)
                || text.length() > longest
                || text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new Malformed("field", field);
        }
        return text;
    }
}
