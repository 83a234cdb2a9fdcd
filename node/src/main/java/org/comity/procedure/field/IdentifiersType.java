package org.comity.procedure.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.comity.procedure.form.Identifier;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes accounts, addresses and devices, one on each line; an address on the net needs the time of its use. */
final class IdentifiersType implements FieldType {

    /** Under this key the form of every request posts them. */
    private static final String POSTED = "identifiers";

    private static final int MOST = 200;

    private static final String IP_TIME = "ip-time";
    private static final String IP_DAY = "ip-day";
    private static final String IP_IMPOSSIBLE = "ip-impossible";

    private static final List<String> KINDS =
            Stream.of(Identifier.Kind.values()).map(Identifier.Kind::word).toList();

    @Override
    public String name() {
        return "identifiers";
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        if (!form.containsKey(field.key())) {
            return body;
        }
        var typed = new org.springframework.util.LinkedMultiValueMap<String, String>();
        typed.put(POSTED, form.get(field.key()));
        var taken = new java.util.LinkedHashMap<>(body);
        taken.put(
                field.key(), new TypedForm(typed, Map.of()).identifiers().json().get(POSTED));
        return taken;
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(
                field.key(),
                read(field, given).stream().limit(MOST).map(Identifier::json).toList());
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        var said = body.maps(field.key());
        boolean known = said.stream()
                .map(it -> new BodyFields(it).text("kind"))
                .allMatch(it -> it.isEmpty() || KINDS.contains(it));
        return said.size() <= MOST && known ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        var missing = new ArrayList<Missing>();
        var identifiers = read(field, body);
        for (int line = 1; line <= identifiers.size(); line++) {
            var identifier = identifiers.get(line - 1);
            if (identifier.line().length() > FieldRules.LONGEST_TEXT) {
                missing.add(Missing.lineTooLong(field.key(), line, FieldRules.LONGEST_TEXT, identifier.line()));
            } else if (identifier.lacksTime()) {
                missing.add(Missing.wrong(field.key(), IP_TIME).on(line));
            } else if (identifier.lacksDay()) {
                missing.add(Missing.wrong(field.key(), IP_DAY).on(line));
            } else if (identifier.impossibleTime()) {
                missing.add(Missing.wrong(field.key(), IP_IMPOSSIBLE).on(line));
            } else if (identifier.lacksZone()) {
                missing.add(Missing.wrong(field.key(), "ip-zone").on(line));
            }
        }
        return missing;
    }

    /** Without its day, or with an impossible one, the time of an address is not known yet: what completes it is one thing. */
    @Override
    public String gap(String key) {
        return List.of(IP_DAY, IP_IMPOSSIBLE).contains(key) ? IP_TIME : key;
    }

    /** Of which kind they are, if all are of one. */
    @Override
    public String named(FiledField field, BodyFields body) {
        var kinds = read(field, body).stream().map(Identifier::kind).distinct().toList();
        return kinds.size() == 1 ? kinds.getFirst().word() : "other";
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        return read(field, body).stream()
                .map(it -> reader.text("kind." + it.kind().word()) + ": " + it.line())
                .toList();
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.LINES, needed, label, List.of());
    }

    private static List<Identifier> read(FiledField field, BodyFields body) {
        return body.maps(field.key()).stream().map(Identifier::of).toList();
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        var text = FieldSchemas.text(FieldRules.LONGEST_TEXT);
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", Map.of("type", "string", "enum", KINDS));
        List.of("value", "time", "zone").forEach(it -> members.put(it, text));
        var each = FieldSchemas.object(members);
        each.put("title", "Identifier");
        each.put("required", List.of("kind", "value"));
        return Map.of(field.key(), FieldSchemas.list(MOST, each));
    }
}
