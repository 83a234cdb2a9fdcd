package org.comity.capacity.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.capacity.matching.DaySpan;
import org.comity.capacity.matching.HelpMode;

/** What the acts of a need or an offer say together: the opening one, with what later acts changed. */
final class ActsOfHelp {

    /** @param at registered then */
    record SaidAct(String id, String type, Map<String, Object> body, Instant at) {}

    /** What nobody bounded counts from now on for so many years. */
    private static final int YEARS = 10;

    private final List<SaidAct> acts;
    private final Map<String, Object> body = new HashMap<>();

    /** @param acts that had effect, in their order; the opening one first */
    ActsOfHelp(List<SaidAct> acts) {
        this.acts = List.copyOf(acts);
        for (var act : acts) {
            if (!act.type().equals("submit") && !act.type().equals("amend")) continue;
            act.body().forEach((key, value) -> {
                if (act.type().equals("submit") || counts(key, value)) body.put(key, value);
            });
        }
    }

    String text(String key) {
        return body.get(key) instanceof String text ? text : "";
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(body.get(key));
    }

    /** Whatever was said, as it was said; nothing where it is empty. */
    Optional<Object> said(String key) {
        var said = body.get(key);
        boolean nothing = said == null || said.equals("") || said instanceof List<?> list && list.isEmpty();
        return nothing ? Optional.empty() : Optional.ofNullable(said);
    }

    List<Map<?, ?>> rows(String key) {
        return body.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(it -> (Map<?, ?>) it)
                        .toList()
                : List.of();
    }

    int number(String key) {
        return switch (body.get(key)) {
            case Number number -> number.intValue();
            // A change is written as text.
            case String text when text.strip().matches("\\d{1,5}") -> Integer.parseInt(text.strip());
            case null, default -> 0;
        };
    }

    Set<String> words(String key) {
        return body.get(key) instanceof List<?> list
                ? list.stream()
                        .map(it -> String.valueOf(it).strip())
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    /** One column of rows. */
    Set<String> column(String key, String column) {
        return body.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(it -> String.valueOf(((Map<?, ?>) it).get(column)).strip())
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    DaySpan window(LocalDate from) {
        var first = day("earliest").orElse(from);
        var last = day("latest").orElse(first.plusYears(YEARS));
        return new DaySpan(first, last.isBefore(first) ? first : last);
    }

    HelpMode mode() {
        return switch (text("mode")) {
            case "in-person" -> HelpMode.IN_PERSON;
            case "online" -> HelpMode.ONLINE;
            default -> HelpMode.EITHER;
        };
    }

    /** The day of the first act of a type. */
    Optional<LocalDate> first(String type) {
        return acts.stream()
                .filter(it -> it.type().equals(type))
                .findFirst()
                .map(it -> it.at().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    List<SaidAct> all() {
        return acts;
    }

    private Optional<LocalDate> day(String key) {
        try {
            return text(key).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(key)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** A change says only what changes; a number that is none changes nothing. */
    private static boolean counts(String key, Object value) {
        boolean number = key.equals("units") || key.equals("capacity");
        return !key.equals("text")
                && !"".equals(value)
                && !(value instanceof List<?> list && list.isEmpty())
                && !(number && !String.valueOf(value).strip().matches("\\d{1,5}"));
    }
}
