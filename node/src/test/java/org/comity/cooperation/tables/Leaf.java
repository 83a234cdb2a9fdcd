package org.comity.cooperation.tables;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.comity.cooperation.tables.Tabled.Cell;
import org.comity.proof.Entry;
import org.comity.proof.table.Change;
import org.comity.proof.table.Fact;
import org.comity.proof.table.Question;
import org.comity.proof.table.Table.Node;

/** What one cell does, in every way in which it could be said; cells that share a way may be one. */
sealed interface Leaf {

    record Without(String reason) implements Leaf {}

    /** @param ways by field, the plainest first */
    record Moves(Map<String, Set<Change>> ways) implements Leaf {}

    Pattern MARKED = Pattern.compile("[0-9a-f]{64}|[0-9]{4}-.*Z");

    static Leaf of(Cell cell) {
        if (!cell.folded().effect().equals(Entry.EFFECTIVE)) {
            return new Without(cell.folded().effect());
        }
        var fields = new TreeSet<>(cell.from().keySet());
        fields.addAll(cell.folded().state().keySet());
        var ways = new TreeMap<String, Set<Change>>();
        fields.forEach(it -> ways.put(it, ways(it, cell)));
        return new Moves(ways);
    }

    /** Both in one, if there is a way to say both. */
    static Optional<Leaf> both(Leaf one, Leaf other) {
        if (one instanceof Without || other instanceof Without) {
            return one.equals(other) ? Optional.of(one) : Optional.empty();
        }
        var a = ((Moves) one).ways();
        var b = ((Moves) other).ways();
        var fields = new TreeSet<>(a.keySet());
        fields.addAll(b.keySet());
        var ways = new TreeMap<String, Set<Change>>();
        for (var field : fields) {
            var common = new LinkedHashSet<>(a.getOrDefault(field, nothing(field)));
            common.retainAll(b.getOrDefault(field, nothing(field)));
            if (common.isEmpty()) {
                return Optional.empty();
            }
            ways.put(field, common);
        }
        return Optional.of(new Moves(ways));
    }

    static Node plainest(Leaf leaf) {
        return switch (leaf) {
            case Without(var reason) -> new Node.Without(reason);
            case Moves(var ways) -> {
                var changes = new LinkedHashMap<String, Change>();
                ways.forEach((field, all) -> {
                    if (!all.contains(stays(field))) {
                        changes.put(field, all.iterator().next());
                    }
                });
                yield new Node.Moves(changes);
            }
        };
    }

    private static Change stays(String field) {
        return new Change.Held(field);
    }

    private static Set<Change> nothing(String field) {
        return Set.of(stays(field), new Change.Drop());
    }

    private static Set<Change> ways(String field, Cell cell) {
        var before = cell.from().get(field);
        var after = cell.folded().state().get(field);
        if (after == null) {
            return before == null ? nothing(field) : Set.of(new Change.Drop());
        }
        var ways = new LinkedHashSet<Change>();
        if (after.equals(before)) {
            ways.add(stays(field));
        }
        switch (after) {
            case List<?> list when before != null -> listed(ways, (List<?>) before, list, cell);
            case Number number when before != null -> {
                if (number.longValue() == ((Number) before).longValue() + 1) {
                    ways.add(new Change.OneMore());
                }
            }
            default -> plain(ways, after, cell);
        }
        return ways;
    }

    private static void plain(Set<Change> ways, Object after, Cell cell) {
        if (!MARKED.matcher(after.toString()).find()) {
            ways.add(new Change.Constant(after));
        }
        if (after.equals(cell.act().act())) {
            ways.add(new Change.ThisAct());
        }
        if (after instanceof Boolean) {
            return;
        }
        cell.act().facts().forEach((name, value) -> {
            if (new Fact.AnInstant().allows(value) && after.equals(Instant.parse(value).toString())) {
                ways.add(new Change.Stated(name));
            }
        });
        for (var field : List.of("name", "until", "stage", "resume", "resume.name", "resume.until")) {
            if (after.equals(Question.at(cell.from(), field))) {
                ways.add(new Change.Held(field));
            }
        }
        if (after.equals(cell.from())) {
            ways.add(new Change.Held(""));
        }
    }

    private static void listed(Set<Change> ways, List<?> before, List<?> after, Cell cell) {
        var possible = new LinkedHashSet<Change>();
        possible.add(new Change.Adds(null));
        possible.add(new Change.Adds("received"));
        for (var fact : cell.act().facts().keySet()) {
            possible.add(new Change.Removes(fact));
            possible.add(new Change.Marks(fact, "received"));
        }
        possible.stream()
                .filter(it -> after.equals(it.to(before, cell.from(), cell.act())))
                .forEach(ways::add);
    }
}
