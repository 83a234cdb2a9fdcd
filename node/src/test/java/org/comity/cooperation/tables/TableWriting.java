package org.comity.cooperation.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.comity.proof.table.Change;
import org.comity.proof.table.Fact;
import org.comity.proof.table.Question;
import org.comity.proof.table.Table;
import org.comity.proof.table.Table.Node;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a procedure's table as its file has it (docs/protocol/tables.md). */
final class TableWriting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Table table;
    private final Map<String, Question> names = new LinkedHashMap<>();

    TableWriting(Table table) {
        this.table = table;
    }

    String text() {
        var steps = new LinkedHashMap<String, Object>();
        table.steps().forEach((type, step) -> steps.put(type, step(step)));
        var questions = new LinkedHashMap<String, Object>();
        names.forEach((name, question) -> questions.put(name, question(question)));
        var whole = new LinkedHashMap<String, Object>();
        whole.put("format", Table.FORMAT);
        whole.put("procedure", table.procedure());
        whole.put("opening", table.opening());
        whole.put("ended", List.copyOf(table.ended()));
        whole.put("questions", questions);
        whole.put("steps", steps);
        var lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(lines).writeValueAsString(whole) + "\n";
    }

    private Map<String, Object> step(Table.Step step) {
        var facts = new TreeMap<String, Object>();
        step.facts().forEach((name, fact) -> facts.put(name, fact(fact)));
        return ordered("by", List.copyOf(step.by()), "facts", facts, "then", node(step.node()));
    }

    private static Object fact(Fact fact) {
        return switch (fact) {
            case Fact.AnInstant _ -> "instant";
            case Fact.AnAct _ -> "act";
            case Fact.OneOf(var values) -> values.stream().sorted().toList();
        };
    }

    /** By what it asks about, so that it reads like a sentence. */
    private String name(Question question) {
        var name = switch (question) {
            case Question.Is(var field) -> field.equals("name") ? "state" : field.equals("resume.name") ? "resume" : field;
            case Question.Said(var fact) -> fact;
            case Question.Names(var field, _) -> field;
            case Question.Count(var field, _) -> "how-many-" + field;
            case Question.Has(_, var fact, _) -> fact;
            case Question.When(var field, _) -> field.replace('.', '-');
        };
        if (!names.computeIfAbsent(name, _ -> question).equals(question)) {
            throw new IllegalArgumentException("Two questions would be called " + name);
        }
        return name;
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
                var to = new TreeMap<String, Object>();
                changes.forEach((field, change) -> to.put(field, change(change)));
                yield ordered("to", to);
            }
            case Node.Branch(var question, var cases) -> {
                var asked = name(question);
                var all = new ArrayList<Object>();
                cases.forEach(it -> all.add(ordered("of", List.copyOf(it.of()), "then", node(it.then()))));
                yield ordered("question", asked, "cases", all);
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
