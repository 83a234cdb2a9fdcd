package org.comity.procedure.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActTable;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.WrittenDay;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;

/** How the fields of an act read, in their order; those without a value are left out. */
public record FieldSections(ActTable table, Words words, Convention convention) {

    /** In the body of an act that we wrote down from a letter: their number on it. */
    public static final String LETTER_REFERENCE = "letterReference";

    private static final int SHORT = 80;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT);

    /** How the letter of an act goes to a State without a node; one that is read at a seat needs none. */
    public void envelope(List<Section> sections, Map<String, String> facts, Locale language) {
        var channel = facts.get("channel");
        if (channel != null && !channel.equals("node") && !channel.equals("seat")) {
            var message = "paper.channel." + channel;
            add(sections, say(language, "paper.goes-by"), words.has("en", message) ? say(language, message) : channel);
        }
    }

    /**
     * What an act says beside the fields that are known here, as one from a newer node may: it is signed, so it is shown.
     *
     * @param known keys that have their own line, or none where they are empty
     */
    public void rest(List<Section> sections, Map<String, Object> body, Set<String> known, Locale language) {
        var lines = new TreeMap<>(body)
                .entrySet().stream()
                        .filter(it -> !known.contains(it.getKey()) && says(it.getValue()))
                        .map(it -> say(
                                language,
                                "acts.beside.line",
                                "key",
                                it.getKey(),
                                "value",
                                it.getValue().toString()))
                        .toArray(String[]::new);
        add(sections, say(language, "acts.beside"), lines);
    }

    /** The reason of an emergency has its line in an emergency alone; left over in another request it is shown beside. */
    public static Set<String> withReason(Set<String> keys, Map<String, Object> body) {
        var known = new HashSet<>(keys);
        if (!new BodyFields(body).flag("emergency")) {
            known.remove("emergencyReason");
        }
        return known;
    }

    private static boolean says(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case String text -> !text.isBlank();
            case List<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    public static void add(List<Section> sections, String label, String... paragraphs) {
        var kept = List.of(paragraphs).stream().filter(it -> !it.isBlank()).toList();
        if (!kept.isEmpty()) {
            sections.add(new Section(label, kept));
        }
    }

    /** What came from an older list, or in haste, names nothing yet: its first words tell it from the others. */
    public static String inShort(String text) {
        return CutText.shown(text.strip().lines().findFirst().orElse(""), SHORT);
    }

    /** A field's label, under its letter where the instrument gives it one. */
    public static String lettered(ProcedureLaw.Field field, Words words, Language language) {
        var label = field.label().in(language.tag());
        return field.letter().isEmpty()
                ? label
                : words.say(
                        language,
                        "compose.lettered",
                        "letter",
                        words.say(language, "articles.letter." + field.letter()),
                        "label",
                        label);
    }

    public String say(Locale language, String key, Object... named) {
        return words.say(Language.of(language), key, named);
    }

    /** The word of an option; what comes from elsewhere and is not known stands as it was written. */
    public String option(String key, String value, Locale language) {
        var message = table.law() + ".option." + key + "." + value;
        return words.has("en", message) ? say(language, message) : value;
    }

    /** A ground as the governing instrument has it; in the State's own words, with what a closed list says of that. */
    private String ground(String edition, String code, Locale language) {
        var law = convention.law(table.law(), edition);
        return law.flatMap(it -> it.ground(code).or(() -> it.postponement(code)))
                .map(it -> it.text().in(language.getLanguage()) + (it.ref().isEmpty() ? "" : " (" + it.ref() + ")"))
                .orElseGet(() -> other(law.orElse(null), language));
    }

    private String other(@Nullable ProcedureLaw law, Locale language) {
        return law != null && law.closed()
                ? say(language, "basis.other-closed", "ref", law.closedBy())
                : say(language, table.law() + ".option.ground.other");
    }

    /** What one field reads as; nothing where it says nothing. */
    public List<String> lines(String edition, ActField field, @Nullable Object value, Locale language) {
        return List.of(shown(edition, field, value, language));
    }

    private String[] shown(String edition, ActField field, @Nullable Object value, Locale language) {
        return switch (value) {
            case null -> new String[0];
            case String code
            when field.key().equals("ground") && !code.isBlank() -> new String[] {ground(edition, code, language)};
            case List<?> list when field.kind() == ActField.Kind.ROWS -> rows(field, list, language);
            case List<?> list
            when field.kind() == ActField.Kind.LINES ->
                list.stream().map(String::valueOf).toArray(String[]::new);
            case List<?> list ->
                list.stream()
                        .map(it -> option(field.key(), it.toString(), language))
                        .toArray(String[]::new);
            case Boolean flag -> flag ? new String[] {say(language, table.law() + ".yes")} : new String[0];
            case String text when text.isBlank() -> new String[0];
            default ->
                value(field, field.key(), value.toString(), language).lines().toArray(String[]::new);
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
        return WrittenDay.of(day, language);
    }

    /** The day alone where a page asked for a day, which it keeps by its first or last second; else the hour too. */
    public static String dayOrMoment(Instant instant, Locale language) {
        boolean day =
                Stream.of(instant, instant.plusSeconds(1)).anyMatch(it -> it.equals(it.truncatedTo(ChronoUnit.DAYS)));
        return day ? day(instant.atOffset(ZoneOffset.UTC).toLocalDate(), language) : moment(instant, language);
    }

    public static String moment(Instant instant, Locale language) {
        var at = instant.atOffset(ZoneOffset.UTC);
        return day(at.toLocalDate(), language) + " " + HOUR.format(at);
    }
}
