package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Takes a whole number within its bounds, e.g. of days; none while nobody typed one. */
final class NumberType implements FieldType {

    private final String name;

    NumberType(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return form.containsKey(field.key())
                ? new TypedForm(form, body)
                        .number(field.key(), begins(field), field.to())
                        .json()
                : body;
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        var said = given.numberOrWords(field.key(), begins(field));
        if (said != null) body.put(field.key(), said);
    }

    /** Where the file has it begin with none, and nobody typed one, it stands nowhere: what nobody said is not said. */
    private static @Nullable Integer begins(FiledField field) {
        return field.begins().isEmpty() ? null : Integer.valueOf(field.begins());
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        if (!body.json().containsKey(field.key())) {
            return List.of();
        }
        int said = body.number(field.key(), field.from() - 1);
        return said < field.from() || said > field.to()
                ? List.of(Missing.bounds(field.key(), field.from(), field.to()))
                : List.of();
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return wrong(field, body).isEmpty() ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        int said = body.number(field.key(), 0);
        return said == 0
                ? List.of()
                : List.of(
                        name.equals("days")
                                ? reader.words().say(reader.language(), "ui.days", "n", said)
                                : String.valueOf(said));
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.LINE, needed, label, List.of());
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(field.key(), FieldSchemas.number(field.from(), field.to()));
    }
}
