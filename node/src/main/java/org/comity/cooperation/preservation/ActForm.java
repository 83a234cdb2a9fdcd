package org.comity.cooperation.preservation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.ui.TypedMoment;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads what the page of an act posted. */
final class ActForm {

    private ActForm() {}

    static Map<String, Object> body(String type, MultiValueMap<String, String> form) {
        var body = new LinkedHashMap<String, Object>();
        for (var field : ActFields.of(type)) {
            var value = form.getFirst(field.key());
            switch (field.kind()) {
                case FLAG -> body.put(field.key(), form.containsKey(field.key()));
                case CHOICES -> body.put(field.key(), chosen(form, field));
                case INSTANT -> body.put(field.key(), text(instant(form, field.key())));
                case DAY -> body.put(field.key(), day(value));
                default -> body.put(field.key(), TypedText.clean(value));
            }
        }
        return body;
    }

    static Map<String, String> facts(String type, MultiValueMap<String, String> form, @Nullable Instant current) {
        var kind = Step.Kind.of(type).orElseThrow();
        if (!kind.needsUntil()) {
            return Map.of();
        }
        // An end is named by the act itself, so that an extension registered first wins.
        var until = kind == Step.Kind.EXPIRE ? current : instant(form, "until");
        return until == null ? Map.of() : Map.of("until", until.toString());
    }

    /** Null when it is not all there or not right; without a time, the end of that day. */
    static @Nullable Instant instant(MultiValueMap<String, String> form, String name) {
        var time = form.getFirst(name + ".time");
        return new TypedMoment(
                        form.getFirst(name + ".date"),
                        time == null || time.isBlank() ? "23:59:59" : time,
                        form.getFirst(name + ".zone"))
                .instant()
                .map(it -> it.truncatedTo(ChronoUnit.SECONDS))
                .orElse(null);
    }

    private static List<String> chosen(MultiValueMap<String, String> form, ActFields.Field field) {
        return form.getOrDefault(field.key(), List.of()).stream()
                .filter(it -> field.options().contains(it))
                .distinct()
                .toList();
    }

    private static String day(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? "" : LocalDate.parse(value.strip()).toString();
        } catch (DateTimeException notADay) {
            return "";
        }
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }
}
