package org.comity.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.ui.TypedText;

/** Keeps what somebody typed as typed, so that an error loses nothing. */
public record TypedValues(Map<String, List<String>> values) {

    static TypedValues of(Map<String, List<String>> form) {
        var values = new LinkedHashMap<String, List<String>>();
        form.forEach((key, list) -> {
            if (!key.startsWith("_") && !key.equals("once")) {
                values.put(key, list.stream().map(TypedText::clean).toList());
            }
        });
        return new TypedValues(values);
    }

    public String text(String key) {
        var list = values.getOrDefault(key, List.of());
        return list.isEmpty() ? "" : list.getFirst();
    }

    public List<String> texts(String key) {
        return values.getOrDefault(key, List.of());
    }
}
