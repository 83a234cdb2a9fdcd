package org.comity.procedure.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.procedure.form.BodyFields;
import org.jspecify.annotations.Nullable;

/** Finds what a body says under the keys of a field and its type does not read: it would be signed and not shown. */
public record WholeReading(FiledField field) {

    /**
     * The key under which something would be hidden; empty if nothing is.
     *
     * @param opens the fold's facts stand in the body of an opening act too; of a later act only those are shown
     */
    public Optional<String> unread(BodyFields body, boolean opens) {
        boolean elsewhere = field.fact() && !opens;
        var read = new HashMap<String, Object>();
        if (!elsewhere) {
            field.type().clean(field, body, read);
        }
        return field.type().keys(field.key()).stream()
                .filter(it -> !whole(body.json().get(it), read.get(it)) || words(it, body))
                .findFirst();
    }

    /** Words that stay while it is written, and that nobody can read as what belongs there. */
    private boolean words(String key, BodyFields body) {
        return body.json().get(key) instanceof String
                && field.type().wrong(field, body).stream()
                        .anyMatch(it -> it.unreadable() && it.field().equals(key));
    }

    /** The first of these keys that says something other than words; empty if none does. */
    public static Optional<String> notText(BodyFields body, Set<String> keys) {
        return keys.stream()
                .sorted()
                .filter(it -> !whole(body.json().get(it), body.text(it)))
                .findFirst();
    }

    private static boolean whole(@Nullable Object given, @Nullable Object read) {
        return switch (given) {
            case null -> true;
            case String text -> text.isBlank() || read instanceof String kept && !kept.isEmpty();
            case Boolean flag -> !flag || flag.equals(read);
            case Number number -> read instanceof Number kept && number.doubleValue() == kept.doubleValue();
            case List<?> list -> list.isEmpty() || read instanceof List<?> kept && each(list, kept);
            case Map<?, ?> map -> read instanceof Map<?, ?> kept && columns(map, kept);
            default -> false;
        };
    }

    private static boolean each(List<?> given, List<?> read) {
        if (given.size() != read.size()) {
            return false;
        }
        for (int n = 0; n < given.size(); n++) {
            if (!whole(given.get(n), read.get(n))) {
                return false;
            }
        }
        return true;
    }

    private static boolean columns(Map<?, ?> given, Map<?, ?> read) {
        return given.entrySet().stream().allMatch(it -> whole(it.getValue(), read.get(it.getKey())));
    }
}
