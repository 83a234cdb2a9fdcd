package org.comity.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictReading;
import org.comity.vocabulary.ParticipantId;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object of the directory as {@link StrictReading} does, and what only the directory has: words, flags and numbers. */
record StrictFields(Map<String, Object> json) {

    static final Pattern ID = Pattern.compile(ParticipantId.FORM);
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
        StrictReading.only(json, Set.of(names));
        return this;
    }

    StrictFields object(String field) {
        return of(field, json.get(field));
    }

    static StrictFields of(String field, @Nullable Object value) {
        return new StrictFields(StrictReading.object(field, value));
    }

    boolean has(String field) {
        return json.get(field) != null;
    }

    String text(String field, Pattern allowed) {
        return StrictReading.text(json, field, allowed);
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
        return StrictReading.instant(json, field);
    }

    List<?> list(String field, int largest) {
        return StrictReading.list(json, field, largest);
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
        map.keySet().forEach(it -> StrictReading.matching(field, it, StrictReading.NAME));
        return map;
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
