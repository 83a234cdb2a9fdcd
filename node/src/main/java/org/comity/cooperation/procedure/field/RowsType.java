package org.comity.cooperation.procedure.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActField;
import org.comity.cooperation.ActForms;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.TypedAct;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes a list of like things, each with the same few columns. */
final class RowsType implements FieldType {

    private static final int ASKED_BY_LETTER = 3;

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public Optional<ActField.Kind> kind() {
        return Optional.of(ActField.Kind.ROWS);
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
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
            field.columns().forEach(it -> row.put(it.key(), new BodyFields(said).text(it.key())));
            if (rows.size() < TypedAct.MOST_ROWS && row.values().stream().anyMatch(it -> !it.equals(""))) {
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
            for (var column : field.columns()) {
                if (column.needed()
                        && new BodyFields(rows.get(n)).text(column.key()).isEmpty()) {
                    missing.add(new Missing(
                            "%s.%d.%s".formatted(field.key(), n, column.key()),
                            field.key() + "." + column.key(),
                            n + 1));
                }
            }
        }
        return missing;
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
        for (int n = 0; n < ASKED_BY_LETTER; n++) {
            for (var column : field.columns()) {
                asked.add(new ActForms.Field(
                        "%s.%d.%s".formatted(field.key(), n, column.key()),
                        ActForms.Kind.LINE,
                        false,
                        reader.text("row." + field.key(), "n", n + 1) + " · "
                                + reader.text("field." + field.key() + "." + column.key()),
                        List.of()));
            }
        }
        return asked;
    }
}
