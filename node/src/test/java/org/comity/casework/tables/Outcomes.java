package org.comity.casework.tables;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.comity.casework.tables.Moves.Beside;
import org.comity.casework.tables.Moves.Kind;
import org.comity.casework.tables.Moves.Place;
import org.comity.casework.tables.Moves.Row;
import org.comity.casework.tables.MovesFold.Next;
import org.comity.proof.table.FieldChange;
import org.comity.proof.table.MoveTable.Node;
import org.comity.proof.table.TableQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Says what becomes of a state by a row of {@code moves.md}.
 *
 * @param resumed by state, those that may be resumed from it
 */
record Outcomes(Moves moves, Map<String, Set<String>> resumed) {

    Outcomes(Moves moves) {
        this(moves, resumable(moves));
    }

    Set<String> resumed(String state) {
        return resumed.getOrDefault(state, Set.of());
    }

    Next of(Row row, String act, String at, Function<TableQuestion, @Nullable String> known) {
        if (row.then().startsWith("no: ")) {
            return new Next.Done(new Node.Without(row.then().substring(4)), row);
        }
        if (row.then().equals("same")) {
            return new Next.Done(new Node.Moves(Map.of()), row);
        }
        var changes = new TreeMap<String, FieldChange>();
        if (row.then().equals("resume")) {
            var alike = resumed(at).stream()
                            .map(it -> moves.states().get(it))
                            .distinct()
                            .count()
                    < 2;
            var to = alike ? resumed(at).iterator().next() : known.apply(MovesFold.RESUMED);
            if (to == null) {
                return new Next.Ask(MovesFold.RESUMED);
            }
            changes.put("name", alike ? new FieldChange.Held("resume.name") : new FieldChange.Constant(to));
            moves.states().get(at).forEach(it -> changes.put(it, new FieldChange.Drop()));
            moves.states().get(to).forEach(it -> changes.put(it, new FieldChange.Held("resume." + it)));
            return new Next.Done(new Node.Moves(changes), row);
        }
        if (moves.beside().isEmpty()) {
            named(row.then(), at, changes);
            return new Next.Done(new Node.Moves(changes), row);
        }
        return beside(row, act, at, known, changes);
    }

    private void named(String then, String at, Map<String, FieldChange> changes) {
        var name = then.contains("(") ? then.substring(0, then.indexOf('(')) : then;
        if (!moves.states().containsKey(name)) {
            throw new IllegalArgumentException("Not understood: then " + then);
        }
        changes.put("name", new FieldChange.Constant(name));
        var here = moves.states().getOrDefault(at, List.of());
        here.forEach(it -> changes.put(it, new FieldChange.Drop()));
        if (name.equals(then)) {
            return;
        }
        for (var each : then.substring(then.indexOf('(') + 1, then.length() - 1).split(",")) {
            var field = each.split(":")[0].strip();
            var how = each.contains(":") ? each.split(":")[1].strip() : "";
            changes.remove(field);
            switch (how) {
                case "said" -> changes.put(field, new FieldChange.Stated(field));
                case "same" -> changes.put(field, new FieldChange.Held(""));
                case "" -> {
                    if (!here.contains(field)) changes.put(field, new FieldChange.Held("resume." + field));
                }
                default -> changes.put(field, new FieldChange.Constant(Map.of("name", how)));
            }
        }
    }

    private Next beside(
            Row row,
            String act,
            String at,
            Function<TableQuestion, @Nullable String> known,
            Map<String, FieldChange> changes) {
        if (at.isEmpty()) {
            moves.beside().forEach((name, it) -> {
                if (it.kind() != Kind.INSTANT) changes.put(name, new FieldChange.Constant(nothing(it.kind())));
            });
        }
        for (var each : row.then().split(",")) {
            var words = each.strip().split(" ");
            mustBeKnown(words[0], row);
            if (moves.states().containsKey(words[0])) {
                changes.put("stage", new FieldChange.Constant(words[0]));
            } else {
                changes.put(words[0], change(moves.beside().get(words[0]), words));
            }
        }
        var stage = changes.get("stage") instanceof FieldChange.Constant(var to) ? to.toString() : at;
        if (changes.containsKey("stage") || moves.named().stream().anyMatch(it -> changes.containsKey(it.beside()))) {
            for (var named : moves.named()) {
                if (!named.in().contains(stage)) {
                    continue;
                }
                var open = open(moves.beside().get(named.beside()), changes.get(named.beside()), known);
                if (open instanceof TableQuestion question) {
                    return new Next.Ask(question);
                }
                if (Boolean.TRUE.equals(open)) {
                    changes.put("name", new FieldChange.Constant(named.name()));
                    return new Next.Done(new Node.Moves(changes), row);
                }
            }
            changes.put("name", new FieldChange.Constant(stage));
        }
        return new Next.Done(new Node.Moves(changes), row);
    }

    private void mustBeKnown(String word, Row row) {
        if (!moves.states().containsKey(word) && !moves.beside().containsKey(word)) {
            throw new IllegalArgumentException(
                    "moves.md, line %d: '%s' is neither a state nor kept beside one. Where something is kept beside the states, no state carries anything: name it under Beside, e.g. until | an instant, and say 'Collecting, until said'"
                            .formatted(row.line(), word));
        }
    }

    /** Whether it is open after the act; the question that tells, while it is not known. */
    private static Object open(
            Beside beside, @Nullable FieldChange change, Function<TableQuestion, @Nullable String> known) {
        if (change instanceof FieldChange.Constant(var value)) {
            return !value.equals(false) && !value.equals("");
        }
        if (change != null) {
            return true;
        }
        var question = beside.kind() == Kind.FLAG
                ? new TableQuestion.Is(beside.name())
                : new TableQuestion.Names(beside.name(), beside.name());
        var answer = known.apply(question);
        return answer == null ? question : !answer.equals("false") && !answer.equals("none");
    }

    private static FieldChange change(Beside beside, String[] words) {
        boolean off = words.length > 1 && words[1].equals("off");
        return switch (beside.kind()) {
            case FLAG -> new FieldChange.Constant(!off);
            case ACT ->
                off
                        ? new FieldChange.Constant("")
                        : words[1].equals("from") ? new FieldChange.Held(words[2]) : new FieldChange.ThisAct();
            case INSTANT ->
                off
                        ? new FieldChange.Drop()
                        : words[1].equals("from")
                                ? new FieldChange.Held(words[2])
                                : new FieldChange.Stated(words.length > 2 ? words[2] : words[0]);
            case COUNT -> new FieldChange.OneMore();
            case LIST ->
                switch (words[1]) {
                    case "this" -> new FieldChange.Adds(beside.mark());
                    case "without" -> new FieldChange.Removes(words[2]);
                    default -> new FieldChange.Marks(words[1], words[2]);
                };
        };
    }

    private static Object nothing(Kind kind) {
        return switch (kind) {
            case FLAG -> false;
            case ACT -> "";
            case INSTANT -> throw new IllegalArgumentException("an instant is not there before it is said");
            case COUNT -> 0L;
            case LIST -> List.of();
        };
    }

    /** By state, those that may be resumed from it. */
    private static Map<String, Set<String>> resumable(Moves moves) {
        var all = new TreeMap<String, Set<String>>();
        int before;
        do {
            before = all.values().stream().mapToInt(Set::size).sum();
            moves.rows().values().stream().flatMap(List::stream).forEach(row -> resumable(row, all));
        } while (all.values().stream().mapToInt(Set::size).sum() > before);
        return all;
    }

    private static void resumable(Row row, Map<String, Set<String>> all) {
        int from = row.then().indexOf("(resume");
        if (from < 0) {
            return;
        }
        var to = all.computeIfAbsent(row.then().substring(0, from), _ -> new LinkedHashSet<>());
        var how = row.then()
                .substring(from + "(resume".length(), row.then().length() - 1)
                .replace(":", "")
                .strip();
        for (var place : row.places()) {
            if (place instanceof Place.In(var states, var _)) {
                switch (how) {
                    case "same" -> to.addAll(states);
                    case "" -> states.forEach(it -> to.addAll(all.getOrDefault(it, Set.of())));
                    default -> to.add(how);
                }
            }
        }
    }
}
