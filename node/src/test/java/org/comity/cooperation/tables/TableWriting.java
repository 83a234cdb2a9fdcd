package org.comity.cooperation.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.comity.proof.table.Change;
import org.comity.proof.table.Fact;
import org.comity.proof.table.Question;
import org.comity.proof.table.Table;
import org.comity.proof.table.Table.Node;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** A procedure's table as its file has it (docs/protocol/tables.md). */
final class TableWriting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tabled tabled;
    private final Map<Question, String> names = new LinkedHashMap<>();

    TableWriting(Tabled tabled) {
        this.tabled = tabled;
        tabled.questions().forEach((name, question) -> names.put(question, name));
    }

    String text() {
        var steps = new LinkedHashMap<String, Object>();
        tabled.types().forEach(it -> steps.put(it, step(it)));
        var questions = new LinkedHashMap<String, Object>();
        names.forEach((question, name) -> questions.put(name, question(question)));
        var table = new LinkedHashMap<String, Object>();
        table.put("format", Table.FORMAT);
        table.put("procedure", tabled.procedure().id());
        table.put("opening", tabled.procedure().opening());
        table.put("ended", ended());
        table.put("questions", questions);
        table.put("steps", steps);
        var lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(lines).writeValueAsString(table) + "\n";
    }

    private List<String> ended() {
        return tabled.states().stream()
                .filter(it -> !it.isEmpty() && tabled.procedure().state(it).ended())
                .map(it -> (String) it.get("name"))
                .distinct()
                .sorted()
                .toList();
    }

    private Map<String, Object> step(String type) {
        var facts = new LinkedHashMap<String, Object>();
        tabled.needed(type).forEach(it -> facts.put(it, fact(tabled.facts().get(it).is())));
        var step = new LinkedHashMap<String, Object>();
        step.put("by", tabled.roles(type));
        step.put("facts", facts);
        step.put("then", node(Tree.node(Tree.of(tabled.cells(type), List.copyOf(tabled.questions().values())))));
        return step;
    }

    private static Object fact(Fact fact) {
        return switch (fact) {
            case Fact.AnInstant _ -> "instant";
            case Fact.AnAct _ -> "act";
            case Fact.OneOf(var values) -> values.stream().sorted().toList();
        };
    }

    private static Map<String, Object> question(Question question) {
        return switch (question) {
            case Question.Is(var field) -> ordered("asks", "is", "field", field);
            case Question.Said(var fact) -> ordered("asks", "said", "fact", fact);
            case Question.Names(var field, var fact) -> ordered("asks", "names", "field", field, "fact", fact);
            case Question.Count(var field, var full) ->
                full == Long.MAX_VALUE
                        ? ordered("asks", "count", "field", field)
                        : ordered("asks", "count", "field", field, "full", full);
            case Question.Has(var field, var fact, var mark) ->
                mark == null
                        ? ordered("asks", "has", "field", field, "fact", fact)
                        : ordered("asks", "has", "field", field, "fact", fact, "mark", mark);
            case Question.When(var field, var fact) -> ordered("asks", "when", "field", field, "fact", fact);
        };
    }

    private Map<String, Object> node(Node node) {
        return switch (node) {
            case Node.Without(var reason) -> ordered("without", reason);
            case Node.Moves(var changes) -> {
                var to = new LinkedHashMap<String, Object>();
                changes.forEach((field, change) -> to.put(field, change(change)));
                yield ordered("to", to);
            }
            case Node.Branch(var question, var cases) -> {
                var all = new ArrayList<Object>();
                cases.forEach(it -> all.add(ordered("of", List.copyOf(it.of()), "then", node(it.then()))));
                yield ordered("question", names.get(question), "cases", all);
            }
        };
    }

    private static Map<String, Object> change(Change change) {
        return switch (change) {
            case Change.Drop _ -> ordered("drop", true);
            case Change.Constant(var value) -> ordered("is", value);
            case Change.Held(var field) -> ordered("held", field);
            case Change.ThisAct _ -> ordered("act", true);
            case Change.Stated(var fact) -> ordered("fact", fact);
            case Change.OneMore _ -> ordered("plus", 1);
            case Change.Adds(var mark) -> ordered("adds", mark == null ? true : mark);
            case Change.Removes(var fact) -> ordered("removes", fact);
            case Change.Marks(var fact, var mark) -> ordered("marks", ordered("fact", fact, "mark", mark));
        };
    }

    private static SequencedMap<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
