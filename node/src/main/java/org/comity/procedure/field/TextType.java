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

/** Takes words: one line, some paragraphs, or the name of an authority. */
final class TextType implements FieldType {

    private final String name;
    private final ActField.Kind kind;
    private final int longest;

    TextType(String name, ActField.Kind kind, int longest) {
        this.name = name;
        this.kind = kind;
        this.longest = longest;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<ActField.Kind> kind() {
        return Optional.of(kind);
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return new TypedForm(form, body).text(field.key()).json();
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(field.key(), given.text(field.key()));
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        var said = body.text(field.key());
        return said.length() > longest ? List.of(Missing.tooLong(field.key(), longest, said)) : List.of();
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return wrong(field, body).isEmpty() ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        return FieldReader.said(body.text(field.key()));
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.valueOf(kind.name()), needed, label, List.of());
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(field.key(), FieldSchemas.text(longest));
    }
}
