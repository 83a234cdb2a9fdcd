package org.comity.procedure.field;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActForms;
import org.comity.procedure.ActTable;
import org.comity.procedure.form.FieldSections;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields in one language under one law.
 *
 * @param table of the procedure's acts, which names its words
 * @param spoken reads the acts of which others speak
 */
public record FieldReader(
        ActTable table,
        Words words,
        Convention convention,
        ProcedureLaw law,
        Language language,
        DescribingEarlierAct spoken) {

    public String text(String key, Object... named) {
        return words.say(language, table.law() + "." + key, named);
    }

    public boolean has(String key) {
        return words.has("en", table.law() + "." + key);
    }

    public Locale locale() {
        return language.locale();
    }

    public String moment(Instant instant) {
        return FieldSections.dayOrMoment(instant, locale());
    }

    /** A field that the act pages know too. */
    List<String> shown(FiledField field, @Nullable Object value) {
        return new FieldSections(table, words, convention).lines(law.edition(), field.asked(), value, locale());
    }

    /** In words of the procedure where it has some, else as the first law does that names the item. */
    public String anyLabel(String item, String message) {
        if (has(message)) {
            return text(message);
        }
        return convention.laws().stream()
                .filter(it -> it.procedure().equals(law.procedure()))
                .flatMap(it -> it.field(item).stream())
                .findFirst()
                .map(it -> it.label().in(language.tag()))
                .orElseGet(() -> text(message));
    }

    public String option(String key, String value) {
        return new FieldSections(table, words, convention).option(key, value, locale());
    }

    public List<Choice> options(FiledField field) {
        return options(field.key(), field.options());
    }

    /** @param key of the field, or of the field and its column */
    public List<Choice> options(String key, List<String> options) {
        return options.stream().map(it -> Choice.of(it, option(key, it))).toList();
    }

    /** A field of the opening act, with its letter where the law has one. */
    public String label(FiledField field) {
        return law.field(field.key())
                .map(it -> FieldSections.lettered(it, words, language))
                .orElseGet(() -> text("field." + field.key()));
    }

    static List<ActForms.Field> one(
            String key, ActForms.Kind kind, boolean needed, String label, List<Choice> choices) {
        return List.of(new ActForms.Field(key, kind, needed, label, choices));
    }

    static List<String> said(String... lines) {
        var said = new ArrayList<String>();
        for (var line : lines) {
            line.lines().filter(it -> !it.isBlank()).forEach(said::add);
        }
        return said;
    }
}
