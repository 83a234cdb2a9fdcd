package org.comity.casework.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comity.procedure.file.FieldsOfAct;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.FieldChange;
import org.comity.proof.table.MoveTable;
import org.comity.proof.table.MoveTable.Node;
import org.comity.proof.table.PartyRules;
import org.comity.proof.table.TableQuestion;
import org.comity.ui.Language;
import org.comity.ui.Words;

/** A procedure's table as a page for lawyers and vendors: its acts, and what each does in every state. */
final class Matrix {

    private static final Map<String, String> BY = Map.of("requesting", "A", "requested", "B");

    private final Moves moves;
    private final MoveTable table;
    private final Words words;
    private final StringBuilder page = new StringBuilder();

    Matrix(Moves moves, MoveTable table, Words words) {
        this.moves = moves;
        this.table = table;
        this.words = words;
    }

    String page() {
        line("# %s%s".formatted(moves.procedure(), moves.title().isEmpty() ? "" : ": " + moves.title()));
        line("");
        line(
                "Written from [moves.md](../../node/src/main/resources/procedures/%s/moves.md) and from the [table](../../proof/src/main/resources/org/comity/proof/table/%s) that nodes and `proof` fold by ([rules](../protocol/tables.md)); [drawn](../architecture/states/%s). Do not edit: `-Dprocedures.write` writes it anew, and the build fails when it is stale."
                        .formatted(
                                moves.procedure(),
                                MoveTable.file(moves.procedure()),
                                MoveTable.file(moves.procedure()).replace(".json", ".mmd")));
        line("");
        if (moves.parties() != null) parties(moves.parties());
        else
            line(
                    "A is the requesting State Party, B the requested one. An act without effect moves nothing; it stays in the register with its reason. Before all of this, an act that lacks a fact is `incomplete`, and one that is the other side's has the `wrong-role`.");
        line("");
        line("## Acts");
        line("");
        line("| act | what it is | by | facts that the fold reads |");
        line("|---|---|---|---|");
        table.steps()
                .forEach((type, step) -> line(
                        "| [`%s`](#%s) | %s | %s | %s |".formatted(type, type, name(type), by(step), facts(step))));
        line("");
        line("## Where each has effect");
        line("");
        overview();
        line("");
        line("● has effect · ◐ it depends, see below · – has none");
        line("");
        line("## Every cell");
        line("");
        line(
                "What an act does in each state: where it leads, *stays* where it is registered and moves nothing, or the reason why it has no effect.");
        line("");
        cells();
        table.steps().forEach((type, step) -> act(type, step));
        inWords();
        return page.toString();
    }

    private void parties(PartyRules rules) {
        line(
                "A [joint thread](../protocol/joint.md): who is a party is folded beside this table, by the acts `invite`, `consent`, `join`, `decline`, `leave`, `remove`, `hand-over` and `take-over` (R104). Every party but the one that keeps the register may leave at any time. An act without effect moves nothing; it stays in the register with its reason. Before all of this, an act that lacks a fact is `incomplete`, and one of another role has the `wrong-role`.");
        line("");
        line("| parties | |");
        line("|---|---|");
        line("| opens, and keeps the register at first | " + rules.host() + " |");
        rules.invite().forEach((role, others) -> line("| " + role + " invites | " + listed(others) + " |"));
        rules.remove().forEach((role, others) -> line("| " + role + " removes | " + listed(others) + " |"));
        line("| who must all agree before somebody joins | " + listed(rules.consent()) + " |");
        line("| joined by an open invitation | " + listed(rules.open()) + " |");
        line("| parties and invited together, at most | " + rules.most() + " |");
        line("| what of the past may be shown | " + listed(rules.shown()) + " |");
        rules.every()
                .forEach(it -> line("| moves the table once said by every %s | `%s` |"
                        .formatted(
                                String.join(
                                        " and ",
                                        new TreeSet<>(table.steps().get(it).by())),
                                it)));
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "nobody" : String.join(", ", new TreeSet<>(names));
    }

    private String name(String type) {
        var key = law() + ".act." + type;
        return words.has("en", key)
                ? words.say(Language.ENGLISH, key)
                : words.say(Language.ENGLISH, "acts.act." + type);
    }

    private String law() {
        return moves.procedure().substring(0, moves.procedure().indexOf('/'));
    }

    private static String by(MoveTable.Step step) {
        return step.by().stream().map(it -> BY.getOrDefault(it, it)).sorted().collect(Collectors.joining(" or "));
    }

    private static String facts(MoveTable.Step step) {
        return step.facts().entrySet().stream()
                .map(it -> "`%s`: %s"
                        .formatted(
                                it.getKey(),
                                switch (it.getValue()) {
                                    case FactRule.AnInstant _ -> "an instant";
                                    case FactRule.AnAct _ -> "an act";
                                    case FactRule.OneOf(var values) ->
                                        values.stream().sorted().collect(Collectors.joining(" or "));
                                }))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private List<String> places() {
        var places = new ArrayList<>(List.of(""));
        places.addAll(moves.states().keySet());
        return places;
    }

    private static String place(String state) {
        return state.isEmpty() ? "before the opening" : state;
    }

    private void overview() {
        line("| |" + places().stream().map(it -> " " + place(it) + " |").collect(Collectors.joining()));
        line("|---|" + "---|".repeat(places().size()));
        table.steps()
                .forEach((type, step) -> line("| `%s` |".formatted(type)
                        + places().stream()
                                .map(it -> " " + sign(at(step.node(), it)) + " |")
                                .collect(Collectors.joining())));
    }

    private void cells() {
        line("| |" + places().stream().map(it -> " " + place(it) + " |").collect(Collectors.joining()));
        line("|---|" + "---|".repeat(places().size()));
        table.steps()
                .forEach((type, step) -> line("| `%s` |".formatted(type)
                        + places().stream()
                                .map(it -> " " + String.join(" / ", cell(at(step.node(), it))) + " |")
                                .collect(Collectors.joining())));
    }

    private List<String> cell(Node node) {
        return switch (node) {
            case Node.Without(var reason) -> List.of("`" + reason + "`");
            case Node.Moves(var changes) -> List.of(changes.isEmpty() ? "stays" : changes(changes));
            case Node.Branch(var _, var cases) ->
                cases.stream()
                        .flatMap(it -> cell(it.then()).stream())
                        .distinct()
                        .toList();
        };
    }

    private String sign(Node node) {
        return switch (node) {
            case Node.Without _ -> "–";
            case Node.Moves _ -> "●";
            case Node.Branch(var _, var cases) -> {
                var signs = cases.stream().map(it -> sign(it.then())).collect(Collectors.toSet());
                yield signs.size() == 1 ? signs.iterator().next() : "◐";
            }
        };
    }

    /** What is left of a step once the state is known. */
    private Node at(Node node, String state) {
        return node instanceof Node.Branch(TableQuestion.Is(var field), var cases) && field.equals(moves.field())
                ? cases.stream()
                        .filter(it -> it.of().contains(state))
                        .findFirst()
                        .orElseThrow()
                        .then()
                : node;
    }

    private void act(String type, MoveTable.Step step) {
        line("");
        line("## %s".formatted(type));
        line("");
        line("%s. By %s.".formatted(name(type), by(step)));
        line("");
        FieldsOfAct.lines(moves.procedure(), type, type.equals(table.opening())).forEach(this::line);
        line("");
        line("| where | what it does |");
        line("|---|---|");
        var alike = new LinkedHashMap<List<String>, List<String>>();
        places().forEach(it -> alike.computeIfAbsent(said(at(step.node(), it)), _ -> new ArrayList<>())
                .add(place(it)));
        alike.forEach(
                (said, where) -> line("| %s | %s |".formatted(String.join(", ", where), String.join("<br>", said))));
    }

    private List<String> said(Node node) {
        return switch (node) {
            case Node.Without(var reason) -> List.of("no effect: `%s`".formatted(reason));
            case Node.Moves(var changes) ->
                List.of(changes.isEmpty() ? "said and registered; the state stays" : changes(changes));
            case Node.Branch(var question, var cases) ->
                cases.stream()
                        .flatMap(it ->
                                said(it.then()).stream().map(then -> "%s: %s".formatted(when(question, it.of()), then)))
                        .toList();
        };
    }

    private static String when(TableQuestion question, Set<String> of) {
        var answers = of.stream().map(it -> it.isEmpty() ? "nothing" : it).collect(Collectors.joining(" or "));
        return switch (question) {
            case TableQuestion.Is(var field) ->
                answers.equals("true")
                        ? "*" + field + "*"
                        : answers.equals("false")
                                ? "*not " + field + "*"
                                : "*" + field.replace("resume.name", "what is resumed") + " is " + answers + "*";
            case TableQuestion.Said(var fact) -> "*says %s %s*".formatted(fact, answers);
            case TableQuestion.Names(var field, var _) ->
                "*%s open: %s*"
                        .formatted(
                                field, answers.replace("same", "those it names").replace("other", "others"));
            case TableQuestion.Count(var field, var _) -> "*%s: %s*".formatted(field, answers);
            case TableQuestion.Has(var field, var fact, var mark) ->
                "*%s among %s: %s*"
                        .formatted(
                                fact,
                                field,
                                mark == null
                                        ? answers
                                        : answers.replace("true", "yes, " + mark)
                                                .replace("false", "yes, not " + mark));
            case TableQuestion.When(var field, var fact) ->
                "*%s it says beside %s that stands: %s*".formatted(fact, field, answers);
        };
    }

    private static String changes(Map<String, FieldChange> changes) {
        var name = changes.get("name");
        var said = new ArrayList<String>();
        if (name instanceof FieldChange.Constant(var to)) {
            said.add("**%s**".formatted(to));
        } else if (name instanceof FieldChange.Held) {
            said.add("back to where it stood");
        }
        for (var field : new TreeSet<>(changes.keySet())) {
            boolean shown = field.equals("name")
                    || field.equals("resume") && name instanceof FieldChange.Held
                    || field.equals("stage") && changes.get("stage").equals(name);
            if (!shown && !(changes.get(field) instanceof FieldChange.Drop)) {
                said.add(change(field, changes.get(field)));
            }
        }
        return String.join("; ", said);
    }

    private static String change(String field, FieldChange change) {
        return switch (change) {
            case FieldChange.Drop _ -> "no " + field;
            case FieldChange.Constant(var value) when value.equals(false) || value.equals("") -> "no longer " + field;
            case FieldChange.Constant(var value) when value.equals(true) -> field;
            case FieldChange.Constant(var value) when value instanceof Map<?, ?> map -> field + ": " + map.get("name");
            case FieldChange.Constant(var value) -> field + ": " + value;
            case FieldChange.Held(var other) -> other.isEmpty() ? field + ": where it stood" : field + " as it was";
            case FieldChange.ThisAct _ -> field + ": this act";
            case FieldChange.Stated(var fact) -> field + ": as it says";
            case FieldChange.OneMore _ -> "one more of " + field;
            case FieldChange.Adds _ -> "this act among " + field;
            case FieldChange.Removes(var fact) -> "the %s it names no longer among %s".formatted(fact, field);
            case FieldChange.Marks(var fact, var mark) -> "the %s it names among %s: %s".formatted(fact, field, mark);
        };
    }

    private void inWords() {
        line("");
        line("## Reasons");
        line("");
        line("| reason | in words |");
        line("|---|---|");
        reasons(table).forEach(it -> line("| `%s` | %s |".formatted(it, words.say(Language.ENGLISH, "effect." + it))));
    }

    /** Why acts of this procedure can be without effect. */
    static TreeSet<String> reasons(MoveTable table) {
        var all = new TreeSet<>(List.of("incomplete", "wrong-role"));
        if (table.parties() != null && !table.parties().every().isEmpty()) all.add("already-said");
        table.steps().values().forEach(it -> reasons(it.node(), all));
        return all;
    }

    private static void reasons(Node node, TreeSet<String> all) {
        switch (node) {
            case Node.Without(var reason) -> all.add(reason);
            case Node.Branch(var _, var cases) -> cases.forEach(it -> reasons(it.then(), all));
            case Node.Moves _ -> {}
        }
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
