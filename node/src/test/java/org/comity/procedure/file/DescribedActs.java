package org.comity.procedure.file;

import static org.comity.procedure.file.DescribedAct.ordered;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.ProtocolSchemas;
import org.comity.convention.Convention;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.field.CodesOfLaw;
import org.comity.procedure.field.FieldSchemas;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.FieldRules;
import org.comity.procedure.form.OtherBasis;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.MoveTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes every act of every procedure: of a file by the types of its fields, of what is in Java by the published
 * schema of its acts.
 */
public final class DescribedActs {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Convention LAW = PracticeLaw.held();
    private static final String SOMETHING = "\\S";

    private DescribedActs() {}

    /** In the order of procedures and types. */
    public static List<DescribedAct> all() {
        var files = new TreeMap<String, ProcedureFile>();
        PracticeFiles.all().forEach(it -> files.put(it.id(), it));
        var acts = new ArrayList<DescribedAct>();
        for (var id : procedures()) {
            var file = files.get(id);
            for (var type :
                    new TreeSet<>(MoveTable.find(id).orElseThrow().steps().keySet())) {
                boolean java = file == null;
                acts.add(java ? published(id, type) : of(file, type));
            }
            if (file != null && file.joint()) OfMembership.acts(id).forEach(acts::add);
        }
        return acts;
    }

    /** Each that a program can write, e.g. {@code inquiry/1}: a table alone is none yet. */
    public static List<String> procedures() {
        var root = House.root().resolve("node/src/main/resources/procedures");
        try (var found = Files.walk(root)) {
            return found.filter(it -> it.endsWith("moves.md"))
                    .map(it -> root.relativize(it.getParent()).toString().replace('\\', '/'))
                    .filter(it ->
                            Files.exists(root.resolve(it).resolve("procedure.yaml")) || Files.exists(published(it)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Newest editions of the instruments under which this procedure can be written. */
    public static List<ProcedureLaw> laws(String procedure) {
        var name = procedure.substring(0, procedure.indexOf('/'));
        return LAW.instruments().stream()
                .filter(it -> LAW.newest(it.id()).orElseThrow().equals(it))
                .flatMap(it -> LAW.law(name, it.edition()).stream())
                .toList();
    }

    static DescribedAct of(ProcedureFile file, String type) {
        return of(file, type, laws(file.id()));
    }

    /** @param laws of the instruments whose codes count */
    static DescribedAct of(ProcedureFile file, String type, List<ProcedureLaw> laws) {
        boolean opens = type.equals(file.opening());
        var codes = codes(laws);
        var fields = new LinkedHashMap<String, Object>();
        var needs = new ArrayList<>();
        var needed = new TreeMap<String, String>();
        if (opens) {
            beside(file, laws, fields, needs);
            // In a joint thread the edition says it, and the node writes it down.
            if (!file.joint()) needed.put("instrument", "needed");
            Stream.of("basisKind", "basis").forEach(it -> needed.put(it, "needed if `instrument` is `other`"));
        }
        for (var field : file.fields(type)) {
            if (opens || !field.fact()) {
                fields.putAll(new TreeMap<>(field.type().schema(field, codes)));
                var mine = new ArrayList<>();
                needs(file, type, field, fields, mine);
                mine.forEach(it -> needs.add(chosen(file, type, field, it)));
                field.type().keys(field.key()).forEach(it -> needed.put(it, inWords(field) + where(file, type, field)));
            }
        }
        needed.values().removeIf(it -> !it.startsWith("needed"));
        return new DescribedAct(file.id(), type, opens, fields, needs, needed, typedFacts(file, type), true);
    }

    /** What every opening act says beside its fields: the page of the State asked. */
    private static void beside(
            ProcedureFile file, List<ProcedureLaw> laws, Map<String, Object> fields, List<Object> needs) {
        var instruments =
                laws.stream().map(it -> it.edition().replaceFirst("/.*", "")).toList();
        fields.put("instrument", FieldSchemas.oneOf(instruments));
        fields.put("basisKind", FieldSchemas.oneOf(OtherBasis.KINDS));
        fields.put("basis", FieldSchemas.text(OtherBasis.LONGEST));
        fields.put("basisArticle", FieldSchemas.text(OtherBasis.LONGEST_ARTICLE));
        Stream.of("ourCase", "theirCase", OpeningDocument.CONTINUES)
                .filter(_ -> !file.joint())
                .forEach(it -> fields.put(it, FieldSchemas.text(FieldRules.LONGEST_TEXT)));
        needs.add(something("instrument", fields));
        needs.add(ordered(
                "if",
                DescribedAct.otherBasis(),
                "then",
                ordered("allOf", List.of(something("basisKind", fields), something("basis", fields)))));
    }

    /** What is needed of a section is needed where the request chooses it; a request without the choice has the first. */
    private static Object chosen(ProcedureFile file, String type, FiledField field, Object need) {
        var names = sections(file, type, field);
        if (names.isEmpty()) {
            return need;
        }
        var choice = Objects.requireNonNull(file.sections()).choice();
        var ways = names.stream()
                .map(it -> {
                    var way = ordered("properties", Map.of(choice.key(), Map.of("contains", Map.of("const", it))));
                    if (!it.equals(choice.options().getFirst())) {
                        way.put("required", List.of(choice.key()));
                    }
                    return way;
                })
                .toList();
        return ordered("if", ways.size() == 1 ? ways.getFirst() : ordered("anyOf", ways), "then", need);
    }

    private static List<String> sections(ProcedureFile file, String type, FiledField field) {
        var sections = file.sections();
        return sections == null || !type.equals(file.opening())
                ? List.of()
                : sections.sections().entrySet().stream()
                        .filter(it -> it.getValue().contains(field.key()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static String where(ProcedureFile file, String type, FiledField field) {
        var names = sections(file, type, field);
        return names.isEmpty()
                ? ""
                : ", where `%s` has %s"
                        .formatted(
                                Objects.requireNonNull(file.sections()).choice().key(),
                                names.stream().map(it -> "`" + it + "`").collect(Collectors.joining(" or ")));
    }

    private static void needs(
            ProcedureFile file, String type, FiledField field, Map<String, Object> fields, List<Object> needs) {
        var said = field.type().keys(field.key()).stream()
                .map(it -> something(it, fields))
                .toList();
        var needed = said.size() == 1 ? said.getFirst() : ordered("anyOf", said);
        var condition = field.condition();
        if (file.chooses(field) && type.equals(file.opening())) {
            needs.add(lifted(field, Map.of("properties", Map.of(field.key(), Map.of("minItems", 1)))));
            return;
        }
        if (condition != null && condition.is(FiledField.Condition.OFFENCES)) {
            return;
        }
        if (condition != null && fields.containsKey(condition.key())) {
            needs.add(lifted(field, ordered("if", holds(file, type, condition, fields), "then", needed)));
        } else if (condition == null && field.need() == Need.ALWAYS) {
            needs.add(lifted(field, needed));
        }
        var columns = field.columns().stream()
                .filter(FiledField.Column::needed)
                .map(FiledField.Column::key)
                .toList();
        if (!columns.isEmpty()) {
            var words = new LinkedHashMap<String, Object>();
            columns.forEach(it -> words.put(it, Map.of("pattern", SOMETHING)));
            needs.add(Map.of(
                    "properties",
                    Map.of(field.key(), Map.of("items", ordered("required", columns, "properties", words)))));
        }
    }

    /** An emergency lifts the need of some. */
    private static Map<String, Object> lifted(FiledField field, Map<String, Object> needed) {
        return field.lifted()
                ? ordered(
                        "if",
                        ordered(
                                "properties",
                                Map.of("emergency", Map.of("const", true)),
                                "required",
                                List.of("emergency")),
                        "else",
                        needed)
                : needed;
    }

    /** When it is needed in every act; the law of an instrument may ask for more of a request. */
    private static String inWords(FiledField field) {
        var condition = field.condition();
        if (condition == null) {
            return field.need() == Need.ALWAYS ? "needed" + unless(field) : "";
        }
        if (condition.is(FiledField.Condition.OFFENCES)) {
            return "needed where `%s` rests on an offence of the instrument, but not in an emergency"
                    .formatted(condition.key());
        }
        return (condition.is(FiledField.Condition.NOTHING)
                        ? "needed if `%s` says nothing".formatted(condition.key())
                        : "needed if `%s` is `%s`"
                                .formatted(condition.key(), String.join("` or `", condition.values())))
                + unless(field);
    }

    private static String unless(FiledField field) {
        return field.lifted() ? ", but not in an emergency" : "";
    }

    private static Map<String, Object> holds(
            ProcedureFile file, String type, FiledField.Condition condition, Map<String, Object> fields) {
        if (condition.is(FiledField.Condition.NOTHING)) {
            return Map.of("not", something(condition.key(), fields));
        }
        var list = file.field(type, condition.key())
                .filter(it -> ((Map<?, ?>) fields.get(it.key())).get("type").equals("array"))
                .isPresent();
        Map<String, Object> value = list
                ? Map.of("contains", oneOf(condition))
                : condition.is("true") ? Map.of("const", true) : oneOf(condition);
        return ordered("properties", Map.of(condition.key(), value), "required", List.of(condition.key()));
    }

    private static Map<String, Object> oneOf(FiledField.Condition condition) {
        return condition.values().size() == 1
                ? Map.of("const", condition.values().getFirst())
                : Map.of("enum", condition.values());
    }

    private static Map<String, Object> something(String key, Map<String, Object> fields) {
        var said = switch (String.valueOf(((Map<?, ?>) fields.get(key)).get("type"))) {
            case "string" -> Map.<String, Object>of("pattern", SOMETHING);
            case "array" -> Map.<String, Object>of("minItems", 1);
            case "boolean" -> Map.<String, Object>of("const", true);
            default -> Map.<String, Object>of();
        };
        return ordered("required", List.of(key), "properties", Map.of(key, said));
    }

    /** Without those that follow from where the thread stands. */
    private static Map<String, Object> typedFacts(ProcedureFile file, String type) {
        var facts = facts(file.id(), type);
        file.fields(type).stream().filter(it -> !it.type().typed()).forEach(it -> facts.remove(it.key()));
        return facts;
    }

    private static Map<String, Object> facts(String procedure, String type) {
        var step = MoveTable.find(procedure).orElseThrow().steps().get(type);
        var facts = new TreeMap<String, Object>();
        step.facts()
                .forEach((name, rule) -> facts.put(
                        name,
                        switch (rule) {
                            case FactRule.AnInstant _ -> FieldSchemas.instant();
                            case FactRule.AnAct _ -> Map.of("type", "string", "pattern", "^[0-9a-f]{64}$");
                            case FactRule.OneOf(var values) ->
                                ordered(
                                        "type",
                                        "string",
                                        "enum",
                                        values.stream().sorted().toList());
                        }));
        var table = MoveTable.find(procedure).orElseThrow();
        if (table.parties() == null && type.equals(table.opening())) {
            facts.put(
                    "follows",
                    ordered(
                            "type",
                            "string",
                            "description",
                            "Reference of the request of ours that it follows, where the procedure follows another"));
        }
        return facts;
    }

    private static CodesOfLaw codes(List<ProcedureLaw> laws) {
        var names = laws.stream()
                .map(it -> it.edition())
                .flatMap(it -> LAW.offences(it).stream())
                .map(Offence::article);
        return new CodesOfLaw(
                sorted(laws.stream().flatMap(it -> it.grounds().stream()).map(ProcedureLaw.Ground::code)),
                sorted(laws.stream().flatMap(it -> it.postponements().stream()).map(ProcedureLaw.Ground::code)),
                sorted(laws.stream().flatMap(it -> it.scopes().stream()).map(ProcedureLaw.Scope::code)),
                names.distinct().toList());
    }

    private static List<String> sorted(Stream<String> codes) {
        return codes.distinct().sorted().toList();
    }

    private static Path published(String procedure) {
        return ProtocolSchemas.FOLDER.resolve(procedure.replace('/', '-') + ".json");
    }

    /** Of a procedure in Java: what its acts hold; a program may leave out what the node adds. */
    private static DescribedAct published(String procedure, String type) {
        try {
            var schema = JSON.readTree(Files.readString(published(procedure)));
            var act = schema.at("/$defs/" + type);
            var body = act.at("/properties/body");
            var fields = new LinkedHashMap<String, Object>();
            body.at("/properties").properties().forEach(it -> fields.put(it.getKey(), unfinished(it.getValue())));
            var needs = new ArrayList<>();
            var needed = new TreeMap<String, String>();
            body.at("/required").forEach(it -> {
                needs.add(something(it.asString(), fields));
                needed.put(it.asString(), "needed");
            });
            boolean opens = type.equals(MoveTable.find(procedure).orElseThrow().opening());
            return new DescribedAct(procedure, type, opens, fields, needs, needed, facts(procedure, type), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field that is needed says nothing yet while it is written. */
    private static Object unfinished(JsonNode field) {
        var map = new LinkedHashMap<String, Object>();
        field.properties().forEach(it -> map.put(it.getKey(), JSON.treeToValue(it.getValue(), Object.class)));
        map.remove("minLength");
        if (map.get("pattern") instanceof String pattern && !pattern.startsWith("^$|")) {
            map.put("pattern", "^$|" + pattern);
        }
        if (map.get("enum") instanceof List<?> options) {
            map.put("type", "string");
            if (!options.contains("")) {
                map.put("enum", Stream.concat(Stream.of(""), options.stream()).toList());
            }
        }
        return map;
    }
}
