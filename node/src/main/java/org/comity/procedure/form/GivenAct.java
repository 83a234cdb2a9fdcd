package org.comity.procedure.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField;
import org.comity.procedure.ActTable;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a program gives goes through the same form as what an officer types; nothing given is dropped in silence. */
public final class GivenAct {

    private final ActTable table;

    public GivenAct(ActTable table) {
        this.table = table;
    }

    public Map<String, Object> body(String type, Map<String, Object> given) {
        var body = new TypedAct(fields(type), form(given, table.of(type))).body();
        kept(given, body);
        return body;
    }

    /** @throws FieldBroken {@code unreadable} naming the first field given that is not in what was taken */
    public void kept(Map<String, Object> given, Map<String, ?> taken) {
        given.forEach((key, value) -> {
            if (!taken.containsKey(key) || lost(value, taken.get(key))) {
                throw new FieldBroken(table.law(), "unreadable", key);
            }
        });
    }

    /** As a form would have posted it. */
    public static MultiValueMap<String, String> form(Map<String, Object> given, List<ActField> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        given.forEach((key, value) -> {
            boolean instant =
                    fields.stream().anyMatch(it -> it.key().equals(key) && it.kind() == ActField.Kind.INSTANT);
            switch (value) {
                case String text when instant -> moment(form, key, text);
                case String text -> form.add(key, text);
                case Boolean flag when flag -> form.add(key, "true");
                case List<?> list -> items(form, key, list);
                case null, default -> {}
            }
        });
        return form;
    }

    /** An instant in UTC as the three fields of a form; nothing if it is none, and then it is refused by name as lost. */
    public static void moment(MultiValueMap<String, String> form, String key, String text) {
        try {
            var at = text.endsWith("Z") ? Instant.parse(text).atOffset(ZoneOffset.UTC) : null;
            if (at == null) {
                return;
            }
            form.add(key + ".date", at.toLocalDate().toString());
            form.add(key + ".time", at.toLocalTime().toString());
            form.add(key + ".zone", "Z");
        } catch (DateTimeException notAnInstant) {
            form.remove(key + ".date");
        }
    }

    public static @Nullable Object cleaned(@Nullable Object value) {
        return switch (value) {
            case String text -> TypedText.clean(text);
            case List<?> list -> list.stream().map(GivenAct::cleaned).toList();
            case Map<?, ?> map -> {
                var clean = new LinkedHashMap<Object, Object>();
                map.forEach((key, each) -> clean.put(key, cleaned(each)));
                yield clean;
            }
            case null -> null;
            default -> value;
        };
    }

    /** @throws FieldBroken {@code unreadable} if acts of this type are not written in this procedure */
    public List<ActField> fields(String type) {
        if (!table.has(type)) {
            throw new FieldBroken(table.law(), "unreadable", "type");
        }
        return table.of(type);
    }

    private static void items(MultiValueMap<String, String> form, String key, List<?> list) {
        for (int n = 0; n < list.size(); n++) {
            if (list.get(n) instanceof Map<?, ?> row) {
                var name = key + "." + n + ".";
                row.forEach((column, value) -> form.add(name + column, String.valueOf(value)));
            } else {
                form.add(key, String.valueOf(list.get(n)));
            }
        }
    }

    private static boolean lost(@Nullable Object given, @Nullable Object taken) {
        return switch (given) {
            case null -> false;
            case String text ->
                !(taken instanceof String kept)
                        || kept.isEmpty() != TypedText.clean(text).isEmpty();
            case Collection<?> list -> !(taken instanceof Collection<?> kept) || !each(list, kept);
            case Map<?, ?> map ->
                !(taken instanceof Map<?, ?> kept)
                        || !map.entrySet().stream()
                                .allMatch(it ->
                                        kept.containsKey(it.getKey()) && same(it.getValue(), kept.get(it.getKey())));
            default -> !given.equals(taken);
        };
    }

    private static boolean each(Collection<?> given, Collection<?> taken) {
        var kept = taken.iterator();
        return given.size() == taken.size() && given.stream().noneMatch(it -> lost(it, kept.next()));
    }

    /** Within a row nothing becomes something else either, as a kind that nobody knows would. */
    private static boolean same(@Nullable Object given, @Nullable Object taken) {
        return given instanceof String text ? TypedText.clean(text).equals(taken) : !lost(given, taken);
    }
}
