package org.comity.proof.table;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.proof.table.MoveTable.Node;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a table with a hole. From the empty state on it goes through every kind of state that acts can lead to; in each,
 * every question that is asked must have a case for each answer that it can give there, and every change something to
 * change. What tells kinds apart is only what questions can ask ({@link StateKinds}), so they are few however long a thread is.
 */
final class TableTotality {

    private static final int MOST_KINDS = 100_000;

    private final MoveTable table;
    private final StateKinds kinds;
    private final Set<Map<String, Object>> seen = new HashSet<>();
    private final ArrayDeque<Map<String, Object>> waiting = new ArrayDeque<>();

    private TableTotality(MoveTable table, StateKinds kinds) {
        this.table = table;
        this.kinds = kinds;
    }

    /** @throws IllegalArgumentException that says which question of which step has no case for which answer */
    static MoveTable checked(MoveTable table, Iterable<TableQuestion> questions) {
        var check = new TableTotality(table, StateKinds.of(questions));
        check.reached(MoveTable.NOTHING_YET);
        while (!check.waiting.isEmpty()) {
            var from = check.waiting.remove();
            table.steps().forEach((type, step) -> check.follow(type, step, step.node(), from, Map.of()));
        }
        return table;
    }

    private void reached(Map<String, Object> kind) {
        if (!seen.add(kind)) return;
        if (seen.size() > MOST_KINDS)
            throw new IllegalArgumentException(table.procedure() + ": too many kinds of states");
        waiting.add(kind);
    }

    /** @param said what the questions on the way here gave: asked again they give the same */
    private void follow(
            String type, MoveTable.Step step, Node node, Map<String, Object> from, Map<TableQuestion, String> said) {
        switch (node) {
            case Node.Without _ -> {}
            case Node.Moves(var changes) -> moves(type, step, changes, from, said);
            case Node.Branch(var question, var cases) -> {
                var already = said.get(question);
                for (var answer : already != null ? Set.of(already) : answers(type, step, question, from)) {
                    var found = cases.stream()
                            .filter(it -> it.of().contains(answer))
                            .findFirst();
                    if (found.isEmpty()) throw hole(type, "%s has no case [%s]".formatted(question, answer), from);
                    var more = new HashMap<>(said);
                    more.put(question, answer);
                    follow(type, step, found.get().then(), from, more);
                }
            }
        }
    }

    private Set<String> answers(String type, MoveTable.Step step, TableQuestion question, Map<String, Object> from) {
        try {
            return kinds.answers(question, step.facts(), from);
        } catch (IllegalArgumentException e) {
            throw hole(type, String.valueOf(e.getMessage()), from);
        }
    }

    private void moves(
            String type,
            MoveTable.Step step,
            Map<String, FieldChange> changes,
            Map<String, Object> from,
            Map<TableQuestion, String> said) {
        var all = Set.of(from);
        for (var each : changes.entrySet()) {
            var field = each.getKey();
            var more = new HashSet<Map<String, Object>>();
            try {
                for (var value : kinds.after(field, each.getValue(), step.facts(), from, said)) {
                    all.forEach(it -> more.add(with(it, field, value.orElse(null))));
                }
            } catch (IllegalArgumentException e) {
                throw hole(type, String.valueOf(e.getMessage()), from);
            }
            all = more;
        }
        all.forEach(this::reached);
    }

    private static Map<String, Object> with(Map<String, Object> state, String field, @Nullable Object value) {
        var more = new HashMap<>(state);
        if (value == null) more.remove(field);
        else more.put(field, value);
        return more;
    }

    private IllegalArgumentException hole(String type, String what, Map<String, Object> from) {
        return new IllegalArgumentException("The table %s has a hole, step %s: %s, where the state is %s"
                .formatted(
                        table.procedure(),
                        type,
                        what,
                        List.copyOf(new TreeSet<>(
                                from.entrySet().stream().map(Object::toString).toList()))));
    }
}
