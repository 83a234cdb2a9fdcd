package org.comity.casework.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.FieldChange;
import org.comity.proof.table.MoveTable;
import org.comity.proof.table.MoveTable.Node;
import org.comity.proof.table.PartyRules;
import org.comity.proof.table.TableQuestion;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a procedure's table as its file has it (docs/protocol/tables.md). */
final class TableWriting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MoveTable table;
    private final Map<String, TableQuestion> names = new LinkedHashMap<>();

    TableWriting(MoveTable table) {
        this.table = table;
    }

    String text() {
        var steps = new LinkedHashMap<String, Object>();
        table.steps().forEach((type, step) -> steps.put(type, step(step)));
        var questions = new LinkedHashMap<String, Object>();
        names.forEach((name, question) -> questions.put(name, question(question)));
        var whole = new LinkedHashMap<String, Object>();
        whole.put("format", MoveTable.FORMAT);
        whole.put("procedure", table.procedure());
        whole.put("opening", table.opening());
        whole.put("ended", List.copyOf(table.ended()));
        if (table.parties() != null) whole.put("parties", parties(table.parties()));
        whole.put("questions", questions);
        whole.put("steps", steps);
        var lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(lines).writeValueAsString(whole) + "\n";
    }

    private static Map<String, Object> parties(PartyRules rules) {
        var all = new TreeMap<String, Object>();
        all.put("audience", sorted(rules.audience()));
        all.put("consent", sorted(rules.consent()));
        all.put("host", rules.host());
        all.put("invite", sorted(rules.invite()));
        all.put("most", rules.most());
        all.put("open", sorted(rules.open()));
        all.put("remove", sorted(rules.remove()));
        all.put("shown", sorted(rules.shown()));
        if (!rules.every().isEmpty()) all.put("every", sorted(rules.every()));
        return all;
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }

    private static Map<String, Object> sorted(Map<String, Set<String>> byRole) {
        var all = new TreeMap<String, Object>();
        byRole.forEach((role, others) -> all.put(role, sorted(others)));
        return all;
    }

    private Map<String, Object> step(MoveTable.Step step) {
        var facts = new TreeMap<String, Object>();
        step.facts().forEach((name, fact) -> facts.put(name, fact(fact)));
        return ordered("by", List.copyOf(step.by()), "facts", facts, "then", node(step.node()));
    }

    private static Object fact(FactRule fact) {
        return switch (fact) {
            case FactRule.AnInstant _ -> "instant";
            case FactRule.AnAct _ -> "act";
            case FactRule.OneOf(var values) -> values.stream().sorted().toList();
        };
    }

    /** By what it asks about, so that it reads like a sentence. */
    private String name(TableQuestion question) {
        var name = switch (question) {
            case TableQuestion.Is(var field) ->
                field.equals("name") ? "state" : field.equals("resume.name") ? "resume" : field;
            case TableQuestion.Said(var fact) -> fact;
            case TableQuestion.Names(var field, var _) -> field;
            case TableQuestion.Count(var field, var _) -> "how-many-" + field;
            case TableQuestion.Has(var _, var fact, var _) -> fact;
            case TableQuestion.When(var field, var _) -> field.replace('.', '-');
        };
        if (!names.computeIfAbsent(name, _ -> question).equals(question)) {
            throw new IllegalArgumentException("Two questions would be called " + name);
        }
        return name;
    }

    private static Map<String, Object> question(TableQuestion question) {
        return switch (question) {
            case TableQuestion.Is(var field) -> ordered("asks", "is", "field", field);
            case TableQuestion.Said(var fact) -> ordered("asks", "said", "fact", fact);
            case TableQuestion.Names(var field, var fact) -> ordered("asks", "names", "field", field, "fact", fact);
            case TableQuestion.Count(var field, var full) ->
                full == Long.MAX_VALUE
                        ? ordered("asks", "count", "field", field)
                        : ordered("asks", "count", "field", field, "full", full);
            case TableQuestion.Has(var field, var fact, var mark) ->
                mark == null
                        ? ordered("asks", "has", "field", field, "fact", fact)
                        : ordered("asks", "has", "field", field, "fact", fact, "mark", mark);
            case TableQuestion.When(var field, var fact) -> ordered("asks", "when", "field", field, "fact", fact);
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

    private static Map<String, Object> change(FieldChange change) {
        return switch (change) {
            case FieldChange.Drop _ -> ordered("drop", true);
            case FieldChange.Constant(var value) -> ordered("is", value);
            case FieldChange.Held(var field) -> ordered("held", field);
            case FieldChange.ThisAct _ -> ordered("act", true);
            case FieldChange.Stated(var fact) -> ordered("fact", fact);
            case FieldChange.OneMore _ -> ordered("plus", 1);
            case FieldChange.Adds(var mark) -> ordered("adds", mark == null ? true : mark);
            case FieldChange.Removes(var fact) -> ordered("removes", fact);
            case FieldChange.Marks(var fact, var mark) -> ordered("marks", ordered("fact", fact, "mark", mark));
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
