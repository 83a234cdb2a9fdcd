package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comity.ProtocolSchemas;
import org.comity.procedure.ActField;
import org.comity.procedure.Composition.PageColumn;
import org.comity.procedure.Composition.PageField;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.field.FieldTypes;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.file.OfMembership;
import org.comity.procedure.file.ProcedureFile;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.Membership;
import org.comity.proof.table.MoveTable;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema of each procedure's acts is made of the fields and the table that this node goes by, and what officers send
 * keeps it. Run with {@code -Dschemas.write} to write them anew.
 */
class SchemasOfActsTest extends Officers {

    private static final String INSTANT = "^$|^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$";
    private static final String DAY = "^$|^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private static final int LONGEST = 8_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Keys that a request has only where they say something, each with such a value. */
    private static final Map<String, Object> SOMETIMES = Map.of(
            "basisKind", "bilateral",
            "basis", "A treaty",
            "basisArticle", "3",
            "scope", "a",
            "penaltyMonths", 12,
            "continues", "XA-2026-000001",
            "callBack", "+999 1",
            "completeBy", "2027-03-01T12:00:00Z");

    @Autowired
    private Procedures procedures;

    @Test
    void the_published_schemas_are_those_of_the_catalogue() throws IOException {
        for (var procedure : procedures.all()) published(procedure.id(), schema(procedure));
    }

    static void published(String procedure, Map<String, Object> schema) throws IOException {
        var file = ProtocolSchemas.FOLDER.resolve(procedure.replace('/', '-') + ".json");
        var text = JSON.writeValueAsString(schema) + "\n";
        if (System.getProperty("schemas.write") != null) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("%s; write it anew with -Dschemas.write", file)
                .isEqualTo(text);
    }

    @Test
    void what_officers_send_keeps_the_schemas_and_what_lacks_a_fact_does_not() throws Exception {
        for (var body : List.of(emergency(), ordinary())) {
            var act = sent("XD-1", body, "tolva").act();
            var sealed = threads.act(act).orElseThrow();
            var json =
                    Map.of("body", sealed.body(), "envelope", sealed.envelope().json());
            assertThat(problems(json)).isEmpty();

            var envelope = new TreeMap<>(sealed.envelope().json());
            envelope.put("facts", Map.of());
            assertThat(problems(Map.of("body", sealed.body(), "envelope", envelope)))
                    .isNotEmpty();
            var instead = new TreeMap<>(sealed.body());
            instead.put("intent", "yes");
            assertThat(problems(Map.of(
                            "body", instead, "envelope", sealed.envelope().json())))
                    .isNotEmpty();
        }
    }

    private static List<String> problems(Map<String, ?> act) {
        return ProtocolSchemas.problems("preservation-1.json", JSON.writeValueAsBytes(act));
    }

    private static Map<String, Object> schema(KnownProcedure procedure) {
        var table = MoveTable.find(procedure.id()).orElseThrow();
        var acts = new LinkedHashMap<String, Object>();
        for (var type : new TreeSet<>(table.steps().keySet())) {
            var opens = type.equals(procedure.opening());
            var body = opens
                    ? request(procedure)
                    : body(procedure.writing().table().of(type));
            acts.put(
                    type,
                    act(
                            procedure.id(),
                            type,
                            roles(table, type),
                            facts(table.steps().get(type), opens),
                            body));
        }
        return schema(procedure.id(), acts);
    }

    /** Its opening act says what it rests on; the eight that belong to all joint threads say some words, if any. */
    static Map<String, Object> schema(ProcedureFile procedure) {
        var table = MoveTable.find(procedure.id()).orElseThrow();
        var acts = new TreeMap<String, Object>();
        for (var type : table.steps().keySet()) {
            var body = body(asked(procedure, type));
            if (type.equals(procedure.opening())) {
                @SuppressWarnings("unchecked")
                var fields = (Map<String, Object>) body.get("properties");
                for (var key : List.of("instrument", "basisKind", "basis", "basisArticle")) fields.put(key, text());
                var needed = new TreeSet<>(Set.of("instrument"));
                asked(procedure, type).stream()
                        .filter(it -> it.need() == ActField.Need.ALWAYS)
                        .forEach(it -> needed.add(it.key()));
                body.put("required", List.copyOf(needed));
            }
            var facts = facts(table.steps().get(type), type.equals(procedure.opening()));
            acts.put(type, act(procedure.id(), type, roles(table, type), facts, body));
        }
        var parties = table.steps().values().stream().flatMap(it -> it.by().stream());
        var anybody = parties.distinct().sorted().toList();
        for (var type : Membership.TYPES) {
            var facts = object(OfMembership.facts(procedure.id(), type));
            var body = typed(new TreeMap<>(Map.of("text", text())), Set.of());
            acts.put(type, act(procedure.id(), type, anybody, facts, body));
        }
        return schema(procedure.id(), acts);
    }

    private static List<ActField> asked(ProcedureFile procedure, String type) {
        return procedure.fields(type).stream().map(FiledField::asked).toList();
    }

    private static List<String> roles(MoveTable table, String type) {
        return table.steps().get(type).by().stream().sorted().toList();
    }

    private static Map<String, Object> act(
            String procedure, String type, List<String> roles, Map<String, Object> facts, Map<String, Object> body) {
        var envelope = object(Map.of(
                "procedure", Map.of("const", procedure),
                "type", Map.of("const", type),
                "role", Map.of("enum", roles),
                "facts", facts));
        return object(Map.of("body", body, "envelope", envelope));
    }

    private static Map<String, Object> schema(String procedure, Map<String, Object> acts) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "act.json of procedure " + procedure + ", by the type of the act");
        schema.put(
                "allOf",
                List.of(
                        Map.of("$ref", "act.json"),
                        Map.of(
                                "oneOf",
                                acts.keySet().stream()
                                        .map(it -> Map.of("$ref", "#/$defs/" + it))
                                        .toList())));
        schema.put("$defs", acts);
        return schema;
    }

    private static Map<String, Object> facts(MoveTable.Step step, boolean opens) {
        var facts = new TreeMap<String, Object>();
        step.facts()
                .forEach((name, rule) -> facts.put(
                        name,
                        switch (rule) {
                            case FactRule.AnInstant _ -> Map.of("type", "string", "pattern", INSTANT.substring(3));
                            case FactRule.AnAct _ -> Map.of("type", "string", "pattern", "^[0-9a-f]{64}$");
                            case FactRule.OneOf(var values) ->
                                Map.of("enum", values.stream().sorted().toList());
                        }));
        if (opens) facts.put("reference", Map.of("type", "string", "pattern", "^[A-Z]{2}-[0-9]{4}-[0-9]{6}$"));
        return object(facts);
    }

    /** Each field of the request as an empty one has it, or as this procedure takes it where an empty one leaves it out. */
    private static Map<String, Object> request(KnownProcedure procedure) {
        var fields = new TreeMap<String, Object>();
        var everything = everythingAsked(procedure);
        everything.forEach((key, value) -> fields.put(key, likeThis(key, value)));
        SOMETIMES.forEach((key, value) -> {
            if (!fields.containsKey(key) && takes(procedure, key, value)) fields.put(key, likeThis(key, value));
        });
        for (var step : procedure.composition().steps()) {
            procedure.composition().fields(everything, step, Language.ENGLISH).forEach(it -> {
                if (it.type().startsWith("person")) fields.put(it.key(), persons(it.key(), it.type()));
                else if (!it.columns().isEmpty()) fields.put(it.key(), rows(it));
            });
        }
        return typed(fields, Set.of("instrument"));
    }

    private static Object persons(String key, String type) {
        var known = FieldTypes.of(type).orElseThrow();
        return list(body(new FiledField(key, known, ActField.Need.NO, null, List.of(), false, List.of(), 0, 0)
                .asked()
                .columns()));
    }

    private static Object rows(PageField field) {
        return list(body(field.columns().stream()
                .map(it -> new ActField(it.key(), it.kind(), ActField.Need.NO, values(it), false, List.of()))
                .toList()));
    }

    private static List<String> values(PageColumn column) {
        return column.options().stream().map(Choice::value).toList();
    }

    /** What can be chosen is chosen, and each number is one, since what is not asked for or typed has no key. */
    private static Map<String, Object> everythingAsked(KnownProcedure procedure) {
        var pages = procedure.composition();
        var body = new LinkedHashMap<>(pages.empty());
        for (var page : pages.steps()) {
            var fields = pages.fields(pages.empty(), page, Language.ENGLISH);
            fields.stream().filter(it -> it.type().equals("number")).forEach(it -> body.put(it.key(), 1));
            fields.stream()
                    .filter(it -> it.type().equals("choices"))
                    .forEach(it -> body.put(
                            it.key(), it.options().stream().map(Choice::value).toList()));
        }
        return procedure.filling().body(procedure.opening(), body);
    }

    private static boolean takes(KnownProcedure procedure, String key, Object value) {
        try {
            var given = new LinkedHashMap<String, Object>(
                    Map.of("instrument", "other", "basisKind", "bilateral", "basis", "A treaty"));
            given.put(key, value);
            return procedure.filling().body(procedure.opening(), given).containsKey(key);
        } catch (RuleBroken unknown) {
            return false;
        }
    }

    private static Object likeThis(String key, Object value) {
        if (key.equals("identifiers")) {
            return list(typed(
                    new TreeMap<>(Map.of(
                            "kind", Map.of("enum", List.of("mail", "phone", "ip", "url", "wallet", "device", "other")),
                            "value", text(),
                            "time", text(),
                            "zone", text())),
                    Set.of("kind", "value")));
        }
        return switch (value) {
            case Boolean _ -> Map.of("type", "boolean");
            case Number _ -> Map.of("type", "integer");
            case List<?> _ -> list(text());
            default -> text();
        };
    }

    private static Map<String, Object> body(List<ActField> fields) {
        var properties = new TreeMap<String, Object>();
        var needed = new TreeSet<String>();
        for (var field : fields) {
            if (field.fact()) continue;
            properties.put(field.key(), form(field));
            if (field.need() == ActField.Need.ALWAYS) needed.add(field.key());
        }
        return typed(properties, needed);
    }

    private static Object form(ActField field) {
        boolean needed = field.need() == ActField.Need.ALWAYS;
        return switch (field.kind()) {
            case TEXT, LINE -> needed ? Map.of("type", "string", "minLength", 1, "maxLength", LONGEST) : text();
            case CHOICE -> field.options().isEmpty() ? text() : Map.of("enum", options(field, needed));
            case CHOICES -> list(field.options().isEmpty() ? text() : Map.of("enum", field.options()));
            case LINES -> list(text());
            case FLAG -> Map.of("type", "boolean");
            case INSTANT -> Map.of("type", "string", "pattern", needed ? INSTANT.substring(3) : INSTANT);
            case DAY -> Map.of("type", "string", "pattern", needed ? DAY.substring(3) : DAY);
            case STATE -> such("XB");
            case NUMBER -> such("12");
            case ARTICLE -> such("16");
            case ROWS, PERSON, PERSONS -> list(body(field.columns()));
        };
    }

    private static List<String> options(ActField field, boolean needed) {
        var options = new java.util.ArrayList<>(field.options());
        if (!needed) options.addFirst("");
        return options;
    }

    private static Map<String, Object> such(String one) {
        var text = text();
        text.put("examples", List.of(one));
        return text;
    }

    private static Map<String, Object> text() {
        return new TreeMap<>(Map.of("type", "string", "maxLength", LONGEST));
    }

    private static Map<String, Object> list(Object items) {
        return new TreeMap<>(Map.of("type", "array", "items", items));
    }

    /** All of the fields are needed. */
    private static Map<String, Object> object(Map<String, ?> fields) {
        return typed(new TreeMap<>(fields), fields.keySet());
    }

    private static Map<String, Object> typed(Map<String, Object> fields, Set<String> needed) {
        var object = new TreeMap<String, Object>();
        object.put("type", "object");
        object.put("properties", fields);
        if (!needed.isEmpty()) object.put("required", needed.stream().sorted().toList());
        return object;
    }
}
