package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes a day of the calendar. */
final class DayType implements FieldType {

    @Override
    public String name() {
        return "day";
    }

    @Override
    public Optional<ActField.Kind> kind() {
        return Optional.of(ActField.Kind.DAY);
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return form.containsKey(field.key())
                ? new TypedForm(form, body).day(field.key()).json()
                : body;
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(field.key(), given.text(field.key()));
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return wrong(field, body).isEmpty() ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        if (body.notADay(field.key())) {
            return List.of(Missing.notADay(field.key()));
        }
        var day = body.day(field.key());
        var other = body.day(field.notBefore());
        return day != null && other != null && day.isBefore(other)
                ? List.of(Missing.wrong(field.key(), "not-before"))
                : List.of();
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        return reader.shown(field, body.text(field.key()));
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.DAY, needed, label, List.of());
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(field.key(), FieldSchemas.day());
    }
}
