package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes several things in words, one on each line. */
final class LinesType implements FieldType {

    private static final int MOST = 50;

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return form.containsKey(field.key())
                ? new TypedForm(form, body).lines(field.key()).json()
                : body;
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(field.key(), given.texts(field.key()).stream().limit(MOST).toList());
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        return body.texts(field.key()).stream().anyMatch(it -> it.length() > FieldRules.LONGEST_TEXT)
                ? List.of(Missing.tooLong(field.key()))
                : List.of();
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return body.texts(field.key()).size() <= MOST ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        return body.texts(field.key());
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.LINES, needed, label, List.of());
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(field.key(), FieldSchemas.list(MOST, FieldSchemas.text(FieldRules.LONGEST_TEXT)));
    }
}
