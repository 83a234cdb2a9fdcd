package org.comity.procedure.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.procedure.ActField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.jspecify.annotations.Nullable;

/** Holds the JSON Schemas that types of field share. */
public final class FieldSchemas {

    private static final String DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    /** As T3 of the protocol writes it, or nothing. */
    private static final String INSTANT = "^$|^" + DATE + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$";

    private static final String DAY = "^$|^" + DATE + "$";

    private FieldSchemas() {}

    /** Nothing, or an instant as the protocol writes it: other forms of the same are read by some and not by others. */
    static boolean anInstant(BodyFields body, String key) {
        var text = body.text(key);
        return text.isEmpty() || text.matches(INSTANT) && body.instant(key) != null;
    }

    public static Map<String, Object> text(int longest) {
        return of("type", "string", "maxLength", longest);
    }

    public static Map<String, Object> flag() {
        return of("type", "boolean");
    }

    public static Map<String, Object> day() {
        return of("type", "string", "pattern", DAY);
    }

    public static Map<String, Object> instant() {
        return of("type", "string", "pattern", INSTANT);
    }

    public static Map<String, Object> number(int from, int to) {
        return of("type", "integer", "minimum", from, "maximum", to);
    }

    /** One of these, or nothing yet. */
    public static Map<String, Object> oneOf(List<String> options) {
        var all = new ArrayList<>(List.of(""));
        all.addAll(options);
        return of("type", "string", "enum", all);
    }

    /** Several of these, each once. */
    public static Map<String, Object> someOf(List<String> options) {
        return of("type", "array", "uniqueItems", true, "items", of("type", "string", "enum", options));
    }

    /** Several of such, each once. */
    static Map<String, Object> each(Map<String, Object> such) {
        return of("type", "array", "uniqueItems", true, "items", such);
    }

    public static Map<String, Object> list(int most, Map<String, Object> items) {
        return of("type", "array", "maxItems", most, "items", items);
    }

    /** As this pattern has it, or nothing; {@code such} shows one. */
    static Map<String, Object> such(String pattern, int longest, String such) {
        return of(
                "type", "string", "pattern", "^$|^(" + pattern + ")$", "maxLength", longest, "examples", List.of(such));
    }

    /** Words of which programs read only such; the door takes others. */
    private static Map<String, Object> like(String such) {
        return of("type", "string", "maxLength", FieldRules.LONGEST_TEXT, "examples", List.of(such));
    }

    /** Objects with these columns, of which each may say nothing. */
    static Map<String, Object> rows(int most, List<ActField> columns) {
        var members = new LinkedHashMap<String, Object>();
        columns.forEach(it -> members.put(
                it.key(),
                switch (it.kind()) {
                    case CHOICE -> oneOf(it.options());
                    case DAY -> day();
                    case INSTANT -> instant();
                    case STATE -> like("XB");
                    case NUMBER -> like("12");
                    case ARTICLE -> like("16");
                    default -> text(FieldRules.LONGEST_TEXT);
                }));
        return list(most, object(members));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> items(Map<String, Object> list) {
        return (Map<String, Object>) Objects.requireNonNull(list.get("items"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> members(Map<String, Object> list) {
        return (Map<String, Object>) Objects.requireNonNull(items(list).get("properties"));
    }

    /** With these members and no others. */
    public static Map<String, Object> object(Map<String, ?> members) {
        return of("type", "object", "properties", new LinkedHashMap<>(members), "additionalProperties", false);
    }

    /** Of what is kept where nothing is said. */
    static Map<String, Object> like(@Nullable Object empty) {
        return switch (empty) {
            case Boolean _ -> flag();
            case Number _ -> of("type", "integer");
            case List<?> _ -> of("type", "array");
            case Map<?, ?> members -> {
                var schemas = new LinkedHashMap<String, Object>();
                members.forEach((key, value) -> schemas.put(String.valueOf(key), like(value)));
                yield object(schemas);
            }
            case null, default -> text(FieldRules.LONGEST_TEXT);
        };
    }

    private static Map<String, Object> of(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int n = 0; n < pairs.length; n += 2) {
            map.put((String) pairs[n], pairs[n + 1]);
        }
        return map;
    }
}
