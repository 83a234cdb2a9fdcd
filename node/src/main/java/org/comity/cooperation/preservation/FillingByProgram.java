package org.comity.cooperation.preservation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.cooperation.ActFilling;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a program gives goes through the same forms as what an officer types; nothing given is dropped in silence. */
@Component
class FillingByProgram implements ActFilling {

    private final ComposingRequest composing;

    FillingByProgram(ComposingRequest composing) {
        this.composing = composing;
    }

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public Map<String, Object> body(String type, Map<String, Object> given) {
        var body = type.equals(Step.Kind.REQUEST.type()) ? request(given) : act(type, given);
        given.forEach((key, value) -> {
            if (!body.containsKey(key) || lost(value, body.get(key))) {
                throw new ActRules.Broken("unreadable", key);
            }
        });
        return body;
    }

    @Override
    public Map<String, String> facts(String type, Map<String, Object> given, @Nullable Instant current) {
        var kind = kind(type);
        var facts = kind.needsUntil() ? ActForm.facts(type, form(given, List.of("until")), current) : Map.<String, String>of();
        given.forEach((key, value) -> {
            if (!key.equals("until") || !kind.needsUntil() || lost(value, facts.get(key))) {
                throw new ActRules.Broken("unreadable", key);
            }
        });
        return facts;
    }

    private Map<String, Object> request(Map<String, Object> given) {
        var whole = new LinkedHashMap<>(composing.empty().json());
        given.forEach((key, value) -> whole.put(key, cleaned(value)));
        return Request.of(whole).json();
    }

    private static Map<String, Object> act(String type, Map<String, Object> given) {
        kind(type);
        var instants = ActFields.of(type).stream()
                .filter(it -> it.kind() == ActFields.Kind.INSTANT)
                .map(ActFields.Field::key)
                .toList();
        return ActForm.body(type, form(given, instants));
    }

    private static Step.Kind kind(String type) {
        return Step.Kind.of(type).orElseThrow(() -> new ActRules.Broken("unreadable", "type"));
    }

    private static MultiValueMap<String, String> form(Map<String, Object> given, List<String> instants) {
        var form = new LinkedMultiValueMap<String, String>();
        given.forEach((key, value) -> {
            switch (value) {
                case String text when instants.contains(key) -> moment(form, key, text);
                case String text -> form.add(key, text);
                case Boolean flag when flag -> form.add(key, "true");
                case List<?> list -> list.forEach(it -> form.add(key, String.valueOf(it)));
                case null, default -> {}
            }
        });
        return form;
    }

    private static void moment(MultiValueMap<String, String> form, String key, String text) {
        try {
            var at = Instant.parse(text).atOffset(ZoneOffset.UTC);
            form.add(key + ".date", at.toLocalDate().toString());
            form.add(key + ".time", at.toLocalTime().toString());
            form.add(key + ".zone", "Z");
        } catch (DateTimeException notAnInstant) {
            // Left out, and then refused by name as lost.
        }
    }

    private static @Nullable Object cleaned(@Nullable Object value) {
        return switch (value) {
            case String text -> TypedText.clean(text);
            case List<?> list -> list.stream().map(FillingByProgram::cleaned).toList();
            case Map<?, ?> map -> {
                var clean = new LinkedHashMap<Object, Object>();
                map.forEach((key, each) -> clean.put(key, cleaned(each)));
                yield clean;
            }
            case null -> null;
            default -> value;
        };
    }

    private static boolean lost(@Nullable Object given, @Nullable Object taken) {
        return switch (given) {
            case null -> false;
            case String text -> !(taken instanceof String kept) || kept.isEmpty() != TypedText.clean(text).isEmpty();
            case Collection<?> list -> !(taken instanceof Collection<?> kept) || kept.size() != list.size();
            default -> !given.equals(taken);
        };
    }
}
