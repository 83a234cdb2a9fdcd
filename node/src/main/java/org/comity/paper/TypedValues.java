package org.comity.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.ActForms;
import org.comity.ui.Choice;
import org.comity.ui.TypedText;

/** Keeps what somebody typed as typed, so that an error loses nothing. */
public record TypedValues(Map<String, List<String>> values) {

    /** As forms post it, of a moment by no capital's clock. */
    private static final String UTC = "Z";

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

    /** What was typed in a field, as its form showed it; empty where nothing was. */
    public String said(ActForms.Field field) {
        var labels = field.options().stream().collect(Collectors.toMap(Choice::value, Choice::label, (a, _) -> a));
        var typed = Stream.of("", ".date", ".time").flatMap(it -> texts(field.key() + it).stream());
        var zone = texts(field.key() + ".zone").stream().map(it -> it.equals(UTC) ? "UTC" : it);
        return Stream.concat(typed, zone)
                .map(it -> labels.getOrDefault(it, it))
                .collect(Collectors.joining(" "))
                .strip();
    }

    public List<String> texts(String key) {
        return values.getOrDefault(key, List.of());
    }
}
