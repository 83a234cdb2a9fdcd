package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldSections;
import org.comity.proof.table.FactRule;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Names the end of its thread that has come, so that a later end registered first wins; nobody types it. */
public final class EndReachedType implements FieldType {

    public static final String NAME = "end-reached";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<ActField.Kind> kind() {
        return Optional.of(ActField.Kind.INSTANT);
    }

    @Override
    public boolean opens() {
        return false;
    }

    @Override
    public boolean typed() {
        return false;
    }

    @Override
    public Optional<Class<? extends FactRule>> fact() {
        return Optional.of(FactRule.AnInstant.class);
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return body;
    }

    /** It is a fact, and stands in no body. */
    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(field.key(), "");
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return Optional.empty();
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        var instant = body.instant(field.key());
        return instant == null ? List.of() : List.of(FieldSections.moment(instant, reader.locale()));
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return List.of();
    }
}
