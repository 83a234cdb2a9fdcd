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
import org.comity.proof.table.FactRule;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes an earlier act of the thread, of which this act speaks; its options are the types of act that it can name. */
public final class ActType implements FieldType {

    private static final FactRule.AnAct AN_ACT = new FactRule.AnAct();

    private final boolean quotes;

    /** @param quotes what the other act said is read with it: nobody accepts conditions by a number alone */
    ActType(boolean quotes) {
        this.quotes = quotes;
    }

    @Override
    public String name() {
        return quotes ? "act-quoted" : "act-spoken-of";
    }

    @Override
    public Optional<ActField.Kind> kind() {
        return Optional.of(ActField.Kind.CHOICE);
    }

    @Override
    public boolean opens() {
        return false;
    }

    @Override
    public boolean speaks() {
        return true;
    }

    @Override
    public Optional<Class<? extends FactRule>> fact() {
        return Optional.of(FactRule.AnAct.class);
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return new TypedForm(form, body).text(field.key()).json();
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        var said = given.text(field.key());
        body.put(field.key(), AN_ACT.allows(said) ? said : "");
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        var said = body.text(field.key());
        return said.isEmpty() || AN_ACT.allows(said) ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        var said = body.text(field.key());
        return said.isEmpty() ? List.of() : reader.spoken().lines(said, quotes ? field.options() : List.of());
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.CHOICE, needed, label, choices);
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(field.key(), FieldSchemas.such("[0-9a-f]{64}", 64, "ab".repeat(32)));
    }
}
