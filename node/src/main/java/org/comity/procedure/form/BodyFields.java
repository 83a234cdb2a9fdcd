package org.comity.procedure.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.comity.proof.table.FactRule;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a body that may be unfinished or from elsewhere: what is not there or not right is empty. */
public record BodyFields(Map<String, Object> json) {

    private static final Pattern DAY = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final FactRule INSTANT = new FactRule.AnInstant();

    /** Does nothing stand anywhere? */
    public boolean isEmpty() {
        return json.values().stream().allMatch(it -> it instanceof String text && text.isBlank());
    }

    public String text(String key) {
        return json.get(key) instanceof String text ? text.strip() : "";
    }

    public List<String> texts(String key) {
        return json.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** Each once; one that another program wrote as a number, too. */
    public List<String> words(String key) {
        return json.get(key) instanceof List<?> list
                ? list.stream()
                        .map(it -> String.valueOf(it).strip())
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** The objects of a list. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> maps(String key) {
        return json.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(it -> (Map<String, Object>) it)
                        .toList()
                : List.of();
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(json.get(key));
    }

    public int number(String key, int otherwise) {
        return json.get(key) instanceof Number number && number.longValue() == number.intValue()
                ? number.intValue()
                : otherwise;
    }

    /** The number; the words that somebody typed in its place; this where neither stands there. */
    public @Nullable Object numberOrWords(String key, @Nullable Integer otherwise) {
        var words = text(key);
        if (!words.isEmpty()) return words;
        return json.get(key) instanceof Number number && number.doubleValue() == number.intValue()
                ? (Object) number.intValue()
                : otherwise;
    }

    /** Of the years 0001 to 9999, in UTC: no database and no calendar holds what {@link Instant#parse} takes beside. */
    public @Nullable Instant instant(String key) {
        var text = text(key);
        return INSTANT.allows(text) ? Instant.parse(text) : null;
    }

    public @Nullable LocalDate day(String key) {
        return dayOf(text(key));
    }

    /** Something stands there, and it is no day. */
    public boolean notADay(String key) {
        return !text(key).isEmpty() && day(key) == null;
    }

    /** Something stands there, and it is no instant. */
    public boolean notAnInstant(String key) {
        return !text(key).isEmpty() && instant(key) == null;
    }

    /** Null where none is typed, or none that is a day of the years 0001 to 9999 as RFC 3339 writes it. */
    public static @Nullable LocalDate dayOf(String text) {
        try {
            return DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
