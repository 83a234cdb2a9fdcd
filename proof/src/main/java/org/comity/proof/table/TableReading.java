package org.comity.proof.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.comity.proof.table.MoveTable.Node;
import tools.jackson.databind.JsonNode;

/** Reads a table as the file has it; anything that is none of the format, or leaves a hole, is a fault of the file. */
final class TableReading {

    private final Map<String, TableQuestion> questions = new HashMap<>();

    private TableReading() {}

    static MoveTable table(JsonNode json) {
        var reading = new TableReading();
        return TableTotality.checked(reading.read(json), reading.questions.values());
    }

    /** The same of a table that comes with this program. The build has gone through every kind of state, which takes long. */
    static MoveTable shipped(JsonNode json) {
        return new TableReading().read(json);
    }

    private MoveTable read(JsonNode json) {
        if (!MoveTable.FORMAT.equals(json.path("format").asString())) {
            throw new IllegalArgumentException("Not a table of " + MoveTable.FORMAT);
        }
        questions.putAll(named(json.required("questions"), TableReading::question));
        var table = new MoveTable(
                json.required("procedure").asString(),
                json.path("opening").asString(""),
                texts(json.path("ended")),
                named(json.required("steps"), this::step),
                json.has("parties") ? parties(json.get("parties")) : null);
        if (table.parties() != null) table.parties().checked(table);
        return table;
    }

    private static PartyRules parties(JsonNode json) {
        var names = new HashSet<>(json.propertyNames());
        names.remove(PartyRules.EVERY);
        if (!names.equals(PartyRules.FIELDS)) throw unknown(json);
        return new PartyRules(
                texts(json.get("audience")),
                texts(json.get("consent")),
                texts(json.path(PartyRules.EVERY)),
                json.get("host").asString(),
                named(json.get("invite"), TableReading::texts),
                json.get("most").asInt(0),
                texts(json.get("open")),
                named(json.get("remove"), TableReading::texts),
                texts(json.get("shown")));
    }

    private MoveTable.Step step(JsonNode json) {
        return new MoveTable.Step(
                texts(json.required("by")),
                named(json.required("facts"), TableReading::fact),
                node(json.required("then")));
    }

    private static FactRule fact(JsonNode json) {
        if (json.isArray()) {
            return new FactRule.OneOf(texts(json));
        }
        return switch (json.asString()) {
            case "instant" -> new FactRule.AnInstant();
            case "act" -> new FactRule.AnAct();
            default -> throw unknown(json);
        };
    }

    private static TableQuestion question(JsonNode json) {
        var field = json.path("field").asString();
        return switch (json.required("asks").asString()) {
            case "is" -> new TableQuestion.Is(field);
            case "said" -> new TableQuestion.Said(json.required("fact").asString());
            case "names" -> new TableQuestion.Names(field, json.required("fact").asString());
            case "count" -> new TableQuestion.Count(field, json.path("full").asLong(Long.MAX_VALUE));
            case "has" ->
                new TableQuestion.Has(
                        field,
                        json.required("fact").asString(),
                        json.has("mark") ? json.get("mark").asString() : null);
            case "when" -> new TableQuestion.When(field, json.required("fact").asString());
            default -> throw unknown(json);
        };
    }

    private Node node(JsonNode json) {
        if (json.has("without")) {
            return new Node.Without(json.get("without").asString());
        }
        if (json.has("to")) {
            return new Node.Moves(named(json.get("to"), TableReading::change));
        }
        var question = questions.get(json.required("question").asString());
        if (question == null) {
            throw unknown(json);
        }
        var cases = new ArrayList<Node.Case>();
        for (var each : json.required("cases")) {
            cases.add(new Node.Case(texts(each.required("of")), node(each.required("then"))));
        }
        return new Node.Branch(question, cases);
    }

    private static FieldChange change(JsonNode json) {
        var only = json.isObject() && json.size() == 1
                ? json.properties().iterator().next()
                : null;
        if (only == null) {
            throw unknown(json);
        }
        var value = only.getValue();
        return switch (only.getKey()) {
            case "drop" -> new FieldChange.Drop();
            case "is" -> new FieldChange.Constant(constant(value));
            case "held" -> new FieldChange.Held(value.asString());
            case "act" -> new FieldChange.ThisAct();
            case "fact" -> new FieldChange.Stated(value.asString());
            case "plus" -> new FieldChange.OneMore();
            case "adds" -> new FieldChange.Adds(value.isString() ? value.asString() : null);
            case "removes" -> new FieldChange.Removes(value.asString());
            case "marks" ->
                new FieldChange.Marks(
                        value.required("fact").asString(),
                        value.required("mark").asString());
            default -> throw unknown(json);
        };
    }

    private static Object constant(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> json.asString();
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> json.longValue();
            case ARRAY -> List.of();
            case OBJECT -> named(json, TableReading::constant);
            default -> throw unknown(json);
        };
    }

    private static Set<String> texts(JsonNode json) {
        var all = new LinkedHashSet<String>();
        json.forEach(it -> all.add(it.asString()));
        return all;
    }

    private static <T> Map<String, T> named(JsonNode json, Function<JsonNode, T> read) {
        var all = new LinkedHashMap<String, T>();
        json.properties().forEach(it -> all.put(it.getKey(), read.apply(it.getValue())));
        return all;
    }

    private static IllegalArgumentException unknown(JsonNode json) {
        return new IllegalArgumentException("Not understood: " + json);
    }
}
