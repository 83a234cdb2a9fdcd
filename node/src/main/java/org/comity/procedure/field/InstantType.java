package org.comity.procedure.field;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.TypedForm;
import org.comity.proof.table.FactRule;
import org.comity.ui.Choice;
import org.comity.ui.TypedMoment;
import org.springframework.util.MultiValueMap;

/** Takes an instant: asked with a clock in a later act; in an opening act as a day, kept as its last second. */
final class InstantType implements FieldType {

    private final boolean clock;

    InstantType(boolean clock) {
        this.clock = clock;
    }

    boolean clock() {
        return clock;
    }

    @Override
    public String name() {
        return clock ? "moment" : "instant";
    }

    @Override
    public Optional<ActField.Kind> kind() {
        return clock ? Optional.of(ActField.Kind.INSTANT) : Optional.empty();
    }

    @Override
    public boolean opens() {
        return !clock;
    }

    @Override
    public Optional<Class<? extends FactRule>> fact() {
        return Optional.of(FactRule.AnInstant.class);
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return form.containsKey(field.key())
                ? new TypedForm(form, body).endOf(field.key()).json()
                : body;
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(field.key(), given.text(field.key()));
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        if (!body.notAnInstant(field.key())) {
            return List.of();
        }
        var typed = clock ? TypedMoment.ofKept(body.text(field.key()), ZoneOffset.UTC) : null;
        if (typed == null) return List.of(Missing.notADay(field.key()));
        return List.of(
                typed.lacksTime()
                        ? Missing.noTime(field.key())
                        : typed.lacksDay() ? Missing.noDay(field.key()) : Missing.notAMoment(field.key()));
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return FieldSchemas.anInstant(body, field.key()) ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        var instant = body.instant(field.key());
        return instant == null
                ? List.of()
                : List.of(clock ? FieldSections.moment(instant, reader.locale()) : reader.moment(instant));
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(
                field.key(), clock ? ActForms.Kind.INSTANT : ActForms.Kind.DAY, needed, label, List.of());
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(field.key(), FieldSchemas.instant());
    }
}
