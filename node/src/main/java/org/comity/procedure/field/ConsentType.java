package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.TypedForm;
import org.comity.proof.table.FactRule;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes the act that consented, which is quoted, or the word that none did; the envelope says the same, and the fold does not judge it. */
public final class ConsentType implements FieldType {

    public static final String NAME = "consent";

    private static final FactRule.AnAct AN_ACT = new FactRule.AnAct();

    ConsentType() {}

    @Override
    public String name() {
        return NAME;
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
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return new TypedForm(form, body).text(field.key()).json();
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        var said = given.text(field.key());
        body.put(field.key(), known(said) ? said : "");
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        var said = body.text(field.key());
        return said.isEmpty() || known(said) ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public Optional<String> unbound(FiledField field, BodyFields body, Map<String, String> facts) {
        return body.text(field.key()).equals(facts.getOrDefault(field.key(), ""))
                ? Optional.empty()
                : Optional.of(field.key());
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        var said = body.text(field.key());
        if (said.isEmpty()) {
            return List.of();
        }
        return AN_ACT.allows(said)
                ? reader.spoken().lines(said, field.options())
                : List.of(reader.option(field.key(), said));
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.CHOICE, needed, label, choices);
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(field.key(), FieldSchemas.such(CustodySteps.NONE + "|[0-9a-f]{64}", 64, CustodySteps.NONE));
    }

    private static boolean known(String said) {
        return said.equals(CustodySteps.NONE) || AN_ACT.allows(said);
    }
}
