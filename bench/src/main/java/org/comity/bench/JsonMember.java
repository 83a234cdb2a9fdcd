package org.comity.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes out of a node's answer what must be there. */
final class JsonMember {

    private JsonMember() {}

    static String text(Map<?, ?> json, String key) {
        return Objects.requireNonNull(json.get(key), key).toString();
    }

    static Map<?, ?> map(Map<?, ?> json, String key) {
        return (Map<?, ?>) Objects.requireNonNull(json.get(key), key);
    }

    static List<Map<?, ?>> maps(Map<?, ?> json, String key) {
        return list(json, key).stream().<Map<?, ?>>map(it -> (Map<?, ?>) it).toList();
    }

    static List<?> list(Map<?, ?> json, String key) {
        return (List<?>) Objects.requireNonNull(json.get(key), key);
    }
}
