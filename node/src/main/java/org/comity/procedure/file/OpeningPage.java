package org.comity.procedure.file;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.Composition.Asked;
import org.comity.procedure.Composition.PageColumn;
import org.comity.procedure.Composition.PageField;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FieldReader;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.ReadCells;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.GroundChoices;
import org.comity.ui.Choice;

/** Draws one page of an opening act: each field in the words of the procedure or of the law, with its choices. */
record OpeningPage(ProcedureFile file, FieldReader reader, ReadCells cells) {

    List<PageField> fields(BodyFields body, String page) {
        var needs = new OpeningNeeds(file, law());
        var asked = file.asked(body);
        return file.pages().getOrDefault(page, List.of()).stream()
                .flatMap(key -> asked.stream().filter(it -> it.key().equals(key)))
                .filter(it -> !it.key().equals(EmergencyType.KEY))
                .filter(it -> it.isAsked(body))
                .filter(it -> !law().scopes().isEmpty() || !withScope(it))
                .map(it -> field(it, needs.needed(it, body)))
                .toList();
    }

    /** What the law says of the section of which this is the page; nothing on any other. */
    Map<String, Asked> section(String page) {
        var sections = file.sections();
        return sections == null || !sections.pages().containsKey(page)
                ? Map.of()
                : law().field(page)
                        .map(it -> Map.of(page, Asked.of(law(), it, reader.language())))
                        .orElse(Map.of());
    }

    /** Where an instrument has no scopes, what stands with the scope makes no difference. */
    private boolean withScope(FiledField field) {
        var together = DocumentPart.letter(file, field.key())
                .map(ProcedureFile.Letter::fields)
                .orElse(List.of(field.key()));
        return together.stream()
                .flatMap(it -> file.field(file.opening(), it).stream())
                .anyMatch(it -> it.type().name().equals("scope"));
    }

    /** In the procedure's own words where it has some for the page, else in those of the law. */
    private PageField field(FiledField field, boolean needed) {
        var ask = "form." + field.key();
        var asked = law().field(field.key()).map(it -> Asked.of(law(), it, reader.language()));
        var hint = asked.map(Asked::hint).filter(it -> !it.isEmpty() && !reader.has(ask));
        var own = Stream.of("hint.%s.%s".formatted(file.opening(), field.key()), "hint." + field.key())
                .filter(reader::has)
                .findFirst()
                .map(it -> reader.text(it, "from", field.from(), "to", field.to()))
                .orElse(null);
        return new PageField(
                field.key(),
                field.type().name(),
                reader.has(ask) ? reader.text(ask) : reader.label(field),
                hint.orElse(own),
                asked.map(Asked::ref).orElse(""),
                asked.map(Asked::note).orElse(""),
                !needed,
                choices(field),
                columns(field));
    }

    private List<PageColumn> columns(FiledField field) {
        return field.asked().columns().stream()
                .map(it -> column(field.asked().named() + "." + it.key(), it))
                .toList();
    }

    private PageColumn column(String key, ActField column) {
        return new PageColumn(
                column.key(),
                reader.text("field." + key),
                column.needed(),
                column.kind(),
                column.kind() == ActField.Kind.STATE ? states() : reader.options(key, column.options()));
    }

    /** Options of the field, what the law lists, or the States of a column; that it can be left open, where the words have a name for it. */
    List<Choice> choices(FiledField field) {
        if (file.chooses(field)) {
            return sections(field);
        }
        if (field.columns().stream().anyMatch(it -> it.kind() == ActField.Kind.STATE)) {
            return states();
        }
        return switch (field.type().name()) {
            case "ground" ->
                new GroundChoices(file.law(), law(), reader.words()).of(law().grounds(), reader.language());
            case "scope" ->
                law().scopes().stream()
                        .map(it -> new Choice(
                                it.code(), it.text().in(reader.language().tag()), it.ref()))
                        .toList();
            default ->
                Stream.concat(open(field), reader.options(field).stream()).toList();
        };
    }

    private List<Choice> states() {
        return cells.choices(reader.language().tag());
    }

    private Stream<Choice> open(FiledField field) {
        var none = "option.%s.%s".formatted(field.key(), FiledField.Condition.NOTHING);
        return field.type().name().equals("choice")
                        && !field.options().contains(FiledField.Condition.NOTHING)
                        && reader.has(none)
                ? Stream.of(Choice.of("", reader.text(none)))
                : Stream.of();
    }

    /** With the paragraph that names each; what the law does not name is not offered. */
    private List<Choice> sections(FiledField field) {
        return Objects.requireNonNull(file.sections()).offered(law()).stream()
                .map(it -> new Choice(
                        it,
                        reader.option(field.key(), it),
                        inOnePiece(law().field(it).map(ProcedureLaw.Field::ref).orElse(""))))
                .toList();
    }

    /** Left to right in any sentence: LRI and PDI of Unicode, since a hint is plain text. */
    private static String inOnePiece(String ref) {
        return "\u2066" + ref + "\u2069";
    }

    private ProcedureLaw law() {
        return reader.law();
    }
}
