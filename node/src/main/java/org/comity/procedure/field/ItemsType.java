package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Items;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes the items that an act delivers, each by SHA-256 of its manifest; the envelope binds the list. */
final class ItemsType implements FieldType {

    private static final String MANIFEST = "[0-9a-f]{64}";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Override
    public String name() {
        return Items.KEY;
    }

    @Override
    public Optional<ActField.Kind> kind() {
        return Optional.of(ActField.Kind.CHOICES);
    }

    @Override
    public boolean opens() {
        return false;
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return new TypedForm(form, body).texts(field.key()).json();
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(field.key(), given.texts(field.key()));
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return Items.read(body).isPresent() ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public Optional<String> unbound(FiledField field, BodyFields body, Map<String, String> facts) {
        return Items.read(body).filter(it -> !it.boundBy(facts)).map(_ -> Items.HASH);
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        return body.texts(field.key());
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.CHOICES, needed, label, choices);
    }

    /** While it is written, an item can be named by its id. */
    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(field.key(), FieldSchemas.each(FieldSchemas.such(MANIFEST + "|" + ID, 64, "ab".repeat(32))));
    }
}
