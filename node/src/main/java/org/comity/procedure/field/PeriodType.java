package org.comity.procedure.field;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes a period: its first and its last day, either of which may be open; printed by days, or to the second. */
final class PeriodType implements FieldType {

    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private final boolean exact;

    PeriodType(boolean exact) {
        this.exact = exact;
    }

    @Override
    public String name() {
        return exact ? "exact-period" : "period";
    }

    @Override
    public List<String> keys(String key) {
        return List.of(FROM, UNTIL);
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return form.containsKey(FROM) || form.containsKey(UNTIL)
                ? new TypedForm(form, body).startOf(FROM).endOf(UNTIL).json()
                : body;
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        keys(field.key()).forEach(it -> body.put(it, given.text(it)));
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        var unreadable = keys(field.key()).stream().filter(body::notAnInstant).toList();
        if (!unreadable.isEmpty()) {
            return unreadable.stream().map(Missing::notADay).toList();
        }
        var from = body.instant(FROM);
        var until = body.instant(UNTIL);
        return from != null && until != null && until.isBefore(from)
                ? List.of(Missing.wrong(UNTIL, "period-reversed"))
                : List.of();
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return keys(field.key()).stream()
                .filter(it -> !FieldSchemas.anInstant(body, it))
                .findFirst()
                .or(() -> wrong(field, body).isEmpty() ? Optional.empty() : Optional.of(UNTIL));
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        var from = body.instant(FROM);
        var until = body.instant(UNTIL);
        if (from != null && until != null) {
            return List.of(reader.text("period", "from", shown(from, reader), "until", shown(until, reader)));
        }
        if (from != null) {
            return List.of(reader.text("period-from", "from", shown(from, reader)));
        }
        return until == null ? List.of() : List.of(reader.text("period-until", "until", shown(until, reader)));
    }

    private String shown(Instant instant, FieldReader reader) {
        return exact ? FieldSections.moment(instant, reader.locale()) : reader.moment(instant);
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return List.of(
                new ActForms.Field(
                        FROM, ActForms.Kind.DAY, false, label + " · " + reader.text("field.from"), List.of()),
                new ActForms.Field(
                        UNTIL, ActForms.Kind.DAY, false, label + " · " + reader.text("field.until"), List.of()));
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(FROM, FieldSchemas.instant(), UNTIL, FieldSchemas.instant());
    }
}
