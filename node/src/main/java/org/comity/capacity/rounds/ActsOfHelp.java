package org.comity.capacity.rounds;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.capacity.SpokenLanguages;
import org.comity.capacity.matching.DaySpan;
import org.comity.capacity.matching.HelpMode;
import org.comity.procedure.form.ActContent;
import org.comity.procedure.form.BodyFields;

/** What the acts of a need or an offer say together: the opening one, with what later acts changed. */
final class ActsOfHelp {

    static final String CHANGE = "amend";

    /** What nobody bounded counts from now on for so many years. */
    private static final int YEARS = 10;

    private final List<ActContent> acts;
    private final Map<String, Object> body = new HashMap<>();
    private final BodyFields fields = new BodyFields(body);

    /**
     * A body is open: of a change counts only what the procedure lets it change.
     *
     * @param changed keys of what {@link #CHANGE} may say by the procedure
     * @param acts that had effect, in their order; the opening one first
     */
    ActsOfHelp(Set<String> changed, List<ActContent> acts) {
        this.acts = List.copyOf(acts);
        for (var act : acts) {
            if (!act.type().equals("submit") && !act.type().equals(CHANGE)) continue;
            act.body().forEach((key, value) -> {
                if (act.type().equals("submit") || changed.contains(key) && counts(key, value)) body.put(key, value);
            });
        }
    }

    String text(String key) {
        return fields.text(key);
    }

    boolean flag(String key) {
        return fields.flag(key);
    }

    /** Whatever was said, as it was said; nothing where it is empty. */
    Optional<Object> said(String key) {
        var said = body.get(key);
        boolean nothing = said == null || said.equals("") || said instanceof List<?> list && list.isEmpty();
        return nothing ? Optional.empty() : Optional.ofNullable(said);
    }

    List<Map<String, Object>> rows(String key) {
        return fields.maps(key);
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
        return new LinkedHashSet<>(fields.words(key));
    }

    /** Each with its level, where one was said. */
    SpokenLanguages languages() {
        return SpokenLanguages.of(words("languages")).at(fields.maps("levels"));
    }

    /** What is the same each year counts in the first year in which it is not over on that day. */
    DaySpan window(LocalDate from) {
        var first = day("earliest").orElse(from);
        var last = day("latest").orElse(first.plusYears(YEARS));
        var window = new DaySpan(first, last.isBefore(first) ? first : last);
        return flag("yearly") ? window.yearly(from) : window;
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

    List<ActContent> all() {
        return acts;
    }

    private Optional<LocalDate> day(String key) {
        return Optional.ofNullable(fields.day(key));
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
