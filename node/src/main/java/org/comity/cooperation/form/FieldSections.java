package org.comity.cooperation.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActField;
import org.comity.cooperation.ActTable;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;

/** How the fields of an act read, in their order; those without a value are left out. */
public record FieldSections(ActTable table, Words words, Convention convention) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT);

    public List<Section> of(String type, Map<String, Object> body, Locale language) {
        var sections = new ArrayList<Section>();
        for (var field : table.of(type)) {
            if (!field.fact()) {
                add(sections, label(field.key(), language), shown(field, body.get(field.key()), language));
            }
        }
        return sections;
    }

    public static void add(List<Section> sections, String label, String... paragraphs) {
        var kept = List.of(paragraphs).stream().filter(it -> !it.isBlank()).toList();
        if (!kept.isEmpty()) {
            sections.add(new Section(label, kept));
        }
    }

    public String label(String key, Locale language) {
        return say(language, table.law() + ".field." + key);
    }

    public String say(Locale language, String key, Object... named) {
        return words.say(Language.of(language.getLanguage()).orElse(Language.ENGLISH), key, named);
    }

    /** The word of an option; what comes from elsewhere and is not known stands as it was written. */
    public String option(String key, String value, Locale language) {
        if (key.equals("ground")) {
            return ground(value)
                    .map(it -> it.text().in(language.getLanguage()) + (it.ref().isEmpty() ? "" : " (" + it.ref() + ")"))
                    .orElseGet(() -> say(language, table.law() + ".option.ground.other"));
        }
        var message = table.law() + ".option." + key + "." + value;
        return words.has("en", message) ? say(language, message) : value;
    }

    private Optional<ProcedureLaw.Ground> ground(String code) {
        return convention.laws().stream()
                .filter(it -> it.procedure().equals(table.law()))
                .flatMap(it -> it.ground(code).or(() -> it.postponement(code)).stream())
                .findFirst();
    }

    private String[] shown(ActField field, @Nullable Object value, Locale language) {
        return switch (value) {
            case null -> new String[0];
            case List<?> list when field.kind() == ActField.Kind.ROWS -> rows(field, list, language);
            case List<?> list ->
                list.stream().map(it -> option(field.key(), it.toString(), language)).toArray(String[]::new);
            case Boolean flag -> flag ? new String[] {say(language, table.law() + ".yes")} : new String[0];
            case String text when text.isBlank() -> new String[0];
            default -> value(field, field.key(), value.toString(), language).lines().toArray(String[]::new);
        };
    }

    /** @param key of the field, or of the row and its column, as its options are named */
    private String value(ActField field, String key, String text, Locale language) {
        return switch (field.kind()) {
            case CHOICE -> option(key, text, language);
            case INSTANT -> instant(text, language);
            case DAY -> day(text, language);
            default -> text;
        };
    }

    /** One row a paragraph. */
    private String[] rows(ActField field, List<?> rows, Locale language) {
        return rows.stream()
                .filter(Map.class::isInstance)
                .map(it -> row(field, (Map<?, ?>) it, language))
                .toArray(String[]::new);
    }

    private String row(ActField field, Map<?, ?> row, Locale language) {
        var said = new ArrayList<String>();
        for (var column : field.columns()) {
            if (row.get(column.key()) instanceof String text && !text.isBlank()) {
                said.add(say(
                        language,
                        table.law() + ".row." + field.key() + "." + column.key(),
                        "value",
                        value(column, field.key() + "." + column.key(), text, language)));
            }
        }
        return String.join(" ", said);
    }

    private static String instant(String text, Locale language) {
        try {
            return moment(Instant.parse(text), language);
        } catch (DateTimeException notAnInstant) {
            return text;
        }
    }

    private static String day(String text, Locale language) {
        try {
            return day(LocalDate.parse(text), language);
        } catch (DateTimeException notADay) {
            return text;
        }
    }

    /** {@code 24 January 2027}: day first and the month in letters, which nobody misreads. */
    public static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(day);
    }

    public static String moment(Instant instant, Locale language) {
        var at = instant.atOffset(ZoneOffset.UTC);
        return day(at.toLocalDate(), language) + " " + HOUR.format(at);
    }
}
