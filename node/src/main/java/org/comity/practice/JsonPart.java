package org.comity.practice;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes out of JSON what must be there, and says which part is missing. */
final class JsonPart {

    private JsonPart() {}

    static String text(Map<?, ?> json, String key) {
        return there(json, key).toString();
    }

    static Map<?, ?> map(Map<?, ?> json, String key) {
        return (Map<?, ?>) there(json, key);
    }

    static List<?> list(Map<?, ?> json, String key) {
        return (List<?>) there(json, key);
    }

    static long number(Map<?, ?> json, String key) {
        return ((Number) there(json, key)).longValue();
    }

    private static Object there(Map<?, ?> json, String key) {
        return Objects.requireNonNull(json.get(key), () -> "no " + key);
    }
}
