package org.comity.procedure.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActField.Kind;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldSections;
import org.comity.ui.Choice;
import org.comity.ui.WrittenDay;
import org.springframework.util.MultiValueMap;

/** Takes persons as far as they are known: names, birth, nationalities, documents, where they are. */
final class PersonType implements FieldType {

    private static final String WORDS = "person";
    private static final String NAME = "name";
    private static final String BORN = "born";
    private static final String SEX = "sex";
    private static final int LINE = 500;
    private static final int TEXT = 8000;
    private static final int ASKED_BY_LETTER = 2;

    private static final List<ActField> PARTS = List.of(
            ActField.of(NAME, Kind.LINE, Need.ALWAYS),
            ActField.of("otherNames", Kind.LINE, Need.NO),
            ActField.of(BORN, Kind.LINE, Need.NO),
            ActField.of("birthPlace", Kind.LINE, Need.NO),
            ActField.choice(SEX, Need.NO, List.of("female", "male", "other")),
            ActField.of("nationalities", Kind.LINE, Need.NO),
            ActField.of("documents", Kind.TEXT, Need.NO),
            ActField.of("whereabouts", Kind.TEXT, Need.NO),
            ActField.of("known", Kind.TEXT, Need.NO));

    private final String name;
    private final Kind kind;
    private final int most;

    PersonType(String name, Kind kind, int most) {
        this.name = name;
        this.kind = kind;
        this.most = most;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Kind> kind() {
        return Optional.of(kind);
    }

    @Override
    public List<ActField> columns(FiledField field) {
        return PARTS;
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return RowsType.rows(field, form, body);
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        var persons = new ArrayList<Map<String, Object>>();
        for (var said : given.maps(field.key())) {
            var person = new LinkedHashMap<String, Object>();
            PARTS.forEach(it -> person.put(it.key(), new BodyFields(said).text(it.key())));
            if (persons.size() < most && person.values().stream().anyMatch(it -> !it.equals(""))) {
                persons.add(person);
            }
        }
        body.put(field.key(), persons);
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        var missing = new ArrayList<Missing>();
        var persons = body.maps(field.key());
        for (int n = 0; n < persons.size(); n++) {
            var person = new BodyFields(persons.get(n));
            for (var part : PARTS) {
                var said = person.text(part.key());
                var wrong = wrong(part, said);
                var cell = "%s.%d.%s".formatted(field.key(), n, part.key());
                if (said.length() > most(part)) {
                    missing.add(Missing.tooLong(cell, most(part), said).on(n + 1));
                } else if (!wrong.isEmpty()) {
                    missing.add(Missing.of(cell, wrong, said.isEmpty()).on(n + 1));
                }
            }
        }
        return missing;
    }

    /** The message; empty if all is well. */
    private static String wrong(ActField part, String said) {
        if (said.isEmpty()) {
            return part.needed() ? WORDS + "." + part.key() : "";
        }
        boolean known = part.key().equals(BORN)
                ? !born(said, Locale.ROOT).isEmpty()
                : part.options().isEmpty() || part.options().contains(said);
        return known ? "" : WORDS + "." + part.key();
    }

    private static int most(ActField part) {
        return part.kind() == Kind.TEXT ? TEXT : LINE;
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return wrong(field, body).isEmpty() && body.maps(field.key()).size() <= most
                ? Optional.empty()
                : Optional.of(field.key());
    }

    @Override
    public String named(FiledField field, BodyFields body) {
        return body.maps(field.key()).stream()
                .findFirst()
                .map(it -> new BodyFields(it).text(NAME))
                .orElse("");
    }

    /** Name, birth and nationality on one line, as a court reads them; then what is longer. */
    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        var lines = new ArrayList<String>();
        for (var said : body.maps(field.key())) {
            var first = new ArrayList<String>();
            var longer = new ArrayList<String>();
            for (var part : PARTS) {
                var value = shown(part, new BodyFields(said).text(part.key()), reader);
                if (!value.isEmpty()) {
                    (part.kind() == Kind.TEXT ? longer : first)
                            .add(reader.text("row." + WORDS + "." + part.key(), "value", value));
                }
            }
            lines.addAll(FieldReader.said(String.join(" ", first)));
            longer.forEach(it -> lines.addAll(FieldReader.said(it)));
        }
        return lines;
    }

    private static String shown(ActField part, String said, FieldReader reader) {
        return switch (part.key()) {
            case BORN ->
                Optional.of(born(said, reader.locale()))
                        .filter(it -> !it.isEmpty())
                        .orElse(said);
            case SEX -> said.isEmpty() ? "" : reader.option(WORDS + "." + SEX, said);
            default -> said;
        };
    }

    /** The first day on which it can have been; empty if nobody can read it. */
    static Optional<LocalDate> born(BodyFields person) {
        var said = person.text(BORN);
        if (born(said, Locale.ROOT).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.parse(
                switch (said.length()) {
                    case 4 -> said + "-01-01";
                    case 7 -> said + "-01";
                    default -> said;
                }));
    }

    static String bornName(FiledField field, int person) {
        return "%s.%d.%s".formatted(field.key(), person, BORN);
    }

    /** Of some people only the year or the month is known; empty if it is none of these. */
    private static String born(String said, Locale language) {
        try {
            return switch (said.length()) {
                case 4 -> Year.parse(said).toString();
                case 7 -> WrittenDay.of(YearMonth.parse(said), language);
                case 10 -> FieldSections.day(LocalDate.parse(said), language);
                default -> "";
            };
        } catch (DateTimeException notADate) {
            return "";
        }
    }

    /** One part under another, each with the field's name before its own. */
    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        var asked = new ArrayList<ActForms.Field>();
        for (int n = 0; n < Math.min(most, ASKED_BY_LETTER); n++) {
            var before = most == 1 ? label : reader.text("row." + WORDS, "n", n + 1);
            for (var part : PARTS) {
                asked.add(new ActForms.Field(
                        "%s.%d.%s".formatted(field.key(), n, part.key()),
                        ActForms.Kind.valueOf(part.kind().name()),
                        needed && n == 0 && part.needed(),
                        before + " · " + reader.text("field." + WORDS + "." + part.key()),
                        part.options().stream()
                                .map(it -> Choice.of(it, reader.option(WORDS + "." + part.key(), it)))
                                .toList()));
            }
        }
        return asked;
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        var schema = FieldSchemas.rows(most, PARTS);
        var parts = FieldSchemas.members(schema);
        PARTS.stream().filter(it -> it.kind() == Kind.LINE).forEach(it -> parts.put(it.key(), FieldSchemas.text(LINE)));
        parts.put(BORN, FieldSchemas.such("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?", 10, "1980-05-01"));
        return Map.of(field.key(), schema);
    }
}
