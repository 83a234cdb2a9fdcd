package org.comity.procedure.field;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes that a life or safety is at risk, and why: every page of a request asks it. */
public final class EmergencyType implements FieldType {

    public static final String KEY = "emergency";
    public static final String REASON = "emergencyReason";
    public static final String PHONED = "phonedFirst";

    /** The telephone where we are reached at once. */
    public static final String CALL_BACK = "callBack";

    /** By when we say what was not known. */
    public static final String COMPLETE_BY = "completeBy";

    public static final List<String> KEYS = List.of(KEY, REASON, PHONED, CALL_BACK, COMPLETE_BY);

    /** The body without an hour to complete by that is over at that instant. */
    public static Map<String, Object> stillPromised(Map<String, Object> body, Instant at) {
        var kept = new HashMap<>(body);
        var hour = new BodyFields(body).instant(COMPLETE_BY);
        if (hour == null || !hour.isAfter(at)) {
            kept.remove(COMPLETE_BY);
        }
        return kept;
    }

    @Override
    public String name() {
        return KEY;
    }

    @Override
    public List<String> keys(String key) {
        return KEYS;
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        var taken = new TypedForm(form, body).urgency().json();
        // An hour is promised when it is signed, and not while it is still being written.
        taken.remove(COMPLETE_BY);
        return taken;
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(KEY, always(field) || given.flag(KEY));
        body.put(REASON, given.text(REASON));
        body.put(PHONED, given.flag(PHONED));
        for (var key : List.of(CALL_BACK, COMPLETE_BY)) {
            body.remove(key);
            if (!given.text(key).isEmpty() && (key.equals(CALL_BACK) || given.instant(key) != null)) {
                body.put(key, given.text(key));
            }
        }
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return FieldSchemas.anInstant(body, COMPLETE_BY) ? Optional.empty() : Optional.of(COMPLETE_BY);
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        if (always(field) && !body.flag(KEY)) {
            return List.of(Missing.leftOut(KEY, KEY));
        }
        if (body.text(REASON).length() > FieldRules.LONGEST_TEXT) {
            return List.of(Missing.tooLong(REASON, FieldRules.LONGEST_TEXT, body.text(REASON)));
        }
        return body.flag(KEY) && body.text(REASON).isEmpty()
                ? List.of(Missing.leftOut(REASON, "emergency-reason"))
                : List.of();
    }

    /** A request that is for emergencies alone cannot be another one. */
    private static boolean always(FiledField field) {
        return field.need() == Need.ALWAYS;
    }

    /** It stands above everything else, by its own head. */
    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        return List.of();
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return List.of(
                new ActForms.Field(KEY, ActForms.Kind.FLAG, false, reader.text("field.emergency"), List.of()),
                new ActForms.Field(REASON, ActForms.Kind.TEXT, false, reader.text("field.emergencyReason"), List.of()));
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(
                KEY, FieldSchemas.flag(),
                REASON, FieldSchemas.text(FieldRules.LONGEST_TEXT),
                PHONED, FieldSchemas.flag(),
                CALL_BACK, FieldSchemas.text(FieldRules.LONGEST_TEXT),
                COMPLETE_BY, FieldSchemas.instant());
    }
}
