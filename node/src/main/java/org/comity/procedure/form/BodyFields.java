package org.comity.procedure.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a body that may be unfinished or from elsewhere: what is not there or not right is empty. */
public record BodyFields(Map<String, Object> json) {

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

    public @Nullable Instant instant(String key) {
        try {
            var text = text(key);
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException notAnInstant) {
            return null;
        }
    }

    public @Nullable LocalDate day(String key) {
        return dayOf(text(key));
    }

    /** Null where none is typed, or none that is a day. */
    public static @Nullable LocalDate dayOf(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
