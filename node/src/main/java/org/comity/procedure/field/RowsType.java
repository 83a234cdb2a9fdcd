package org.comity.procedure.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.comity.procedure.form.TypedAct;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes a list of like things, each with the same few columns. */
class RowsType implements FieldType {

    private final String name;

    RowsType(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    /** More rows than these nobody reads. */
    int most() {
        return TypedAct.MOST_ROWS;
    }

    /** What is wrong with one row beyond a needed column that is empty: the column, and what to say of it. */
    Map<String, String> wrong(BodyFields row) {
        return Map.of();
    }

    /** How long a cell can be. */
    int longest() {
        return FieldRules.LONGEST_TEXT;
    }

    /** Says more of some columns, and of a row as a whole. */
    void describe(Map<String, Object> columns, Map<String, Object> row) {}

    @Override
    public Optional<ActField.Kind> kind() {
        return Optional.of(ActField.Kind.ROWS);
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return rows(field, form, body);
    }

    /** What a page typed into the rows of a field; the body as it was if the page did not ask them. */
    static Map<String, Object> rows(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        if (form.keySet().stream().noneMatch(it -> it.startsWith(field.key() + "."))) {
            return body;
        }
        var taken = new LinkedHashMap<>(body);
        taken.putAll(new TypedAct(List.of(field.asked()), form).body());
        return taken;
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var said : given.maps(field.key())) {
            var row = new LinkedHashMap<String, Object>();
            columns(field).forEach(it -> row.put(it.key(), cell(it, new BodyFields(said))));
            if (rows.size() < most() && row.values().stream().anyMatch(it -> !it.equals(""))) {
                rows.add(row);
            }
        }
        body.put(field.key(), rows);
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        var missing = new ArrayList<Missing>();
        var rows = body.maps(field.key());
        for (int n = 0; n < rows.size(); n++) {
            var row = new BodyFields(rows.get(n));
            var said = new LinkedHashMap<>(wrong(row));
            columns(field).stream()
                    .filter(it -> it.needed() && row.text(it.key()).isEmpty())
                    .forEach(it -> said.put(it.key(), field.key() + "." + it.key()));
            for (var column : columns(field)) {
                var cell = cellName(field, n, column);
                if (column.kind() == ActField.Kind.DAY && row.notADay(column.key())) {
                    missing.add(Missing.notADay(cell).on(n + 1));
                } else if (row.text(column.key()).length() > longest()) {
                    missing.add(Missing.tooLong(cell, longest(), row.text(column.key()))
                            .on(n + 1));
                } else if (said.containsKey(column.key())) {
                    // A row of which half stands there is not left out: it is told where it was typed.
                    missing.add(Missing.of(cell, Objects.requireNonNull(said.get(column.key())), row.isEmpty())
                            .on(n + 1));
                }
            }
        }
        return missing;
    }

    /** What is none of the options is empty. */
    private static String cell(ActField column, BodyFields row) {
        var said = row.text(column.key());
        return switch (column.kind()) {
            case CHOICE -> column.options().contains(said) ? said : "";
            default -> said;
        };
    }

    static String cellName(FiledField field, int row, ActField column) {
        return "%s.%d.%s".formatted(field.key(), row, column.key());
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return wrong(field, body).isEmpty() && body.maps(field.key()).size() <= TypedAct.MOST_ROWS
                ? Optional.empty()
                : Optional.of(field.key());
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        return reader.shown(field, body.maps(field.key()));
    }

    /** A row's columns stand one under another, each with the row's name before its own. */
    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        var asked = new ArrayList<ActForms.Field>();
        for (int n = 0; n < field.asked().emptyRows(); n++) {
            for (var column : columns(field)) {
                asked.add(new ActForms.Field(
                        cellName(field, n, column),
                        ActForms.Kind.of(column.kind()),
                        false,
                        reader.text("row." + field.key(), "n", n + 1) + " · "
                                + reader.text("field." + field.key() + "." + column.key()),
                        column.kind() == ActField.Kind.STATE
                                ? choices
                                : reader.options(field.key() + "." + column.key(), column.options())));
            }
        }
        return asked;
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        var schema = FieldSchemas.rows(most(), columns(field));
        describe(FieldSchemas.members(schema), FieldSchemas.items(schema));
        return Map.of(field.key(), schema);
    }
}
