package org.comity.procedure.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.ActForms.Field;
import org.comity.procedure.ActForms.Kind;
import org.comity.procedure.ActForms.Written;
import org.comity.procedure.ActWriting;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The form of an act that came by another channel: the fields of the page on which we would write it ourselves. */
public final class RecordedForm {

    private final ActWriting writing;
    private final Words words;

    public RecordedForm(ActWriting writing, Words words) {
        this.writing = writing;
        this.words = words;
    }

    public List<Field> fields(RequestRow row, String type, Language language) {
        return writing.table().of(type).stream()
                .flatMap(it -> fields(row, type, it, language))
                .toList();
    }

    public Written read(RequestRow row, String type, MultiValueMap<String, String> form) {
        if (!writing.table().has(type)) {
            return new Written(Map.of(), Map.of());
        }
        var read = writing.read(row, type, form, null);
        return new Written(read.body(), read.facts());
    }

    /** What an act of this type cannot do without, even when it only came by letter. */
    public FormProblems problems(String type, Written written) {
        var found = tooLong(written);
        for (var field : writing.table().of(type)) {
            var value = field.fact()
                    ? written.facts().get(field.key())
                    : written.body().get(field.key());
            if (field.needed() && empty(value)) {
                found = found.with(field.key(), "paper.needed");
            }
        }
        return found;
    }

    /** The same of an act that opens a thread. */
    public static FormProblems needed(List<String> keys, Written written) {
        var found = tooLong(written);
        for (var key : keys) {
            if (empty(written.body().get(key))) {
                found = found.with(key, "paper.needed");
            }
        }
        return found;
    }

    /** {@link #needed}, with the instrument and, where the State names its basis itself, that basis. */
    public static FormProblems request(List<String> keys, Written written) {
        var found = needed(keys, written);
        var body = new BodyFields(written.body());
        for (var missing : OtherBasis.of(body).missing(body.text("instrument"))) {
            found = found.with(OtherBasis.formField(missing), "basis.missing." + missing);
        }
        return found;
    }

    /** What {@link OtherBasis} says, as one asks after the instrument. */
    public static List<Field> basis(Words words, Language language) {
        return List.of(
                new Field(
                        OtherBasis.KIND, Kind.CHOICE, false, words.say(language, "basis.kind"), kinds(words, language)),
                new Field(OtherBasis.TITLE, Kind.LINE, false, words.say(language, "basis.title"), List.of()),
                new Field(OtherBasis.ARTICLE, Kind.LINE, false, words.say(language, "basis.of-article"), List.of()));
    }

    /** The same where one is offered for this procedure; else none. */
    public static List<Choice> kinds(Convention convention, String procedure, Words words, Language language) {
        return convention.offered(procedure).stream().anyMatch(it -> it.law().form())
                ? kinds(words, language)
                : List.of();
    }

    private static List<Choice> kinds(Words words, Language language) {
        return OtherBasis.KINDS.stream()
                .map(it -> Choice.of(it, words.say(language, "basis.kind." + it)))
                .toList();
    }

    /** The instruments under which a procedure is offered, by their names. */
    public static List<Choice> instruments(Convention convention, String procedure, Language language) {
        return convention.offered(procedure).stream()
                .map(it ->
                        Choice.of(it.instrument().id(), it.instrument().name().in(language.tag())))
                .toList();
    }

    private static FormProblems tooLong(ActForms.Written written) {
        var found = FormProblems.NONE;
        for (var entry : written.body().entrySet()) {
            if (entry.getValue() instanceof String text && text.length() > FieldRules.LONGEST_TEXT) {
                found = found.tooLong(entry.getKey(), "paper.too-long", FieldRules.LONGEST_TEXT, text);
            }
        }
        return found;
    }

    private Stream<Field> fields(RequestRow row, String type, ActField field, Language language) {
        var law = writing.table().law();
        if (field.kind().listed()) {
            return rows(row, field, language).stream();
        }
        var choices = writing.choices(row, type, field, Map.of(), language);
        return choices.filter(List::isEmpty).isPresent()
                ? Stream.of()
                : Stream.of(new Field(
                        field.key(),
                        Kind.of(field.kind()),
                        field.needed(),
                        words.say(language, label(law, field)),
                        choices.orElseGet(() -> options(law, field.key(), field, language))));
    }

    private String label(String law, ActField field) {
        var fact = law + ".fact." + field.key();
        return field.fact() && words.has("en", fact) ? fact : law + ".field." + field.key();
    }

    /** A row's columns stand one under another, each with the row's name before its own. */
    private List<Field> rows(RequestRow row, ActField field, Language language) {
        var law = writing.table().law();
        var asked = writing.rows(row, field);
        var fields = new ArrayList<Field>();
        for (int n = 0; n < asked.map(List::size).orElse(field.emptyRows()); n++) {
            var name = asked.isPresent()
                    ? String.valueOf(
                            asked.get().get(n).get(field.columns().getFirst().key()))
                    : words.say(language, law + ".row." + field.named(), "n", n + 1);
            for (var column : asked.isPresent()
                    ? field.columns().subList(1, field.columns().size())
                    : field.columns()) {
                var key = field.named() + "." + column.key();
                fields.add(new Field(
                        "%s.%d.%s".formatted(field.key(), n, column.key()),
                        Kind.of(column.kind()),
                        false,
                        name + " · " + words.say(language, law + ".field." + key),
                        options(law, key, column, language)));
            }
        }
        return fields;
    }

    private List<Choice> options(String law, String key, ActField field, Language language) {
        return field.options().stream()
                .map(it -> Choice.of(it, words.say(language, law + ".option." + key + "." + it)))
                .toList();
    }

    private static boolean empty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isBlank();
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }
}
