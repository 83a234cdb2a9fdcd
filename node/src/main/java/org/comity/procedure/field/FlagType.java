package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes yes or no: a box that is ticked or not. */
final class FlagType implements FieldType {

    @Override
    public String name() {
        return "flag";
    }

    @Override
    public Optional<ActField.Kind> kind() {
        return Optional.of(ActField.Kind.FLAG);
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return new TypedForm(form, body).flag(field.key()).json();
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(field.key(), given.flag(field.key()));
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        return reader.shown(field, body.flag(field.key()));
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.FLAG, needed, label, List.of());
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(field.key(), FieldSchemas.flag());
    }
}
