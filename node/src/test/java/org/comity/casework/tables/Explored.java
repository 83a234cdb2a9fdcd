package org.comity.casework.tables;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.MoveTable;

/**
 * All that a thread can come to, act by act from its opening. States that differ in nothing but which acts they name, when
 * exactly something ends, or how many were counted, are one.
 */
final class Explored {

    private static final Instant END = Instant.parse("2027-03-01T12:00:00Z");
    private static final Pattern ACT = Pattern.compile("[0-9a-f]{64}");
    private static final String THIS = "f".repeat(64);
    private static final String UNKNOWN = "e".repeat(64);

    /** An act with effect. */
    record Step(Map<String, Object> from, ActFacts act, Map<String, Object> to) {}

    private final MoveTable table;
    private final SequencedSet<Map<String, Object>> states = new LinkedHashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<Map<String, Object>, List<ActFacts>> acts = new HashMap<>();
    /** Of steps that name no act of the thread: they are the same wherever it stands. */
    private final Map<String, List<ActFacts>> everywhere = new HashMap<>();
    /** By the state as it was folded; what is equal is one object, so that it can be told by that. */
    private final Map<Map<String, Object>, Map<String, Object>> plains = new HashMap<>();

    private final Map<Map<String, Object>, Map<String, Object>> one = new HashMap<>();

    /** @param table whose lists are full soon */
    Explored(MoveTable table) {
        this.table = table;
        var waiting = new ArrayDeque<Map<String, Object>>(List.of(known(MoveTable.NOTHING_YET)));
        while (!waiting.isEmpty()) {
            var from = waiting.remove();
            if (states.add(from)) {
                for (var act : acts(from)) {
                    var folded = table.fold(from, act);
                    if (folded.effect().equals(MoveTable.EFFECTIVE)) {
                        var to = known(folded.state());
                        steps.add(new Step(from, act, to));
                        if (to != from) waiting.add(to);
                    }
                }
            }
        }
    }

    MoveTable table() {
        return table;
    }

    SequencedSet<Map<String, Object>> states() {
        return states;
    }

    List<Step> steps() {
        return steps;
    }

    /** Whatever the roles of its step may say there, with each value of each fact that makes a difference. */
    List<ActFacts> acts(Map<String, Object> from) {
        return acts.computeIfAbsent(from, this::allOf);
    }

    private Map<String, Object> known(Map<String, Object> state) {
        return plains.computeIfAbsent(state, it -> {
            var plain = plain(it);
            return one.computeIfAbsent(plain, same -> same);
        });
    }

    private List<ActFacts> allOf(Map<String, Object> from) {
        var all = new ArrayList<ActFacts>();
        var named = new LinkedHashSet<String>();
        named(from, named);
        named.add(UNKNOWN);
        table.steps()
                .forEach((type, step) -> all.addAll(
                        step.about().isPresent()
                                ? allOf(type, step, named)
                                : everywhere.computeIfAbsent(type, _ -> allOf(type, step, Set.of()))));
        return all;
    }

    private static List<ActFacts> allOf(String type, MoveTable.Step step, Set<String> named) {
        var each = List.<Map<String, String>>of(Map.of());
        for (var fact : new TreeMap<>(step.facts()).entrySet()) {
            each = with(each, fact.getKey(), values(fact.getValue(), named));
        }
        var all = new ArrayList<ActFacts>();
        for (var role : step.by()) {
            each.forEach(it -> all.add(new ActFacts(THIS, type, role, it)));
        }
        return all;
    }

    /** The acts that a state names, by the order of its fields. */
    private static void named(Object value, Set<String> named) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(it -> named(it, named));
            case List<?> list -> list.forEach(it -> named(it, named));
            case String text when ACT.matcher(text).matches() -> named.add(text);
            default -> {}
        }
    }

    private static List<Map<String, String>> with(
            List<Map<String, String>> each, String name, Collection<String> values) {
        return each.stream()
                .flatMap(it -> values.stream().map(value -> {
                    var more = new LinkedHashMap<>(it);
                    more.put(name, value);
                    return (Map<String, String>) more;
                }))
                .toList();
    }

    private static Collection<String> values(FactRule fact, Set<String> named) {
        return switch (fact) {
            case FactRule.OneOf(var values) -> values;
            case FactRule.AnInstant _ ->
                List.of(
                        END.minusSeconds(1).toString(),
                        END.toString(),
                        END.plusSeconds(1).toString());
            case FactRule.AnAct _ -> named;
        };
    }

    /** Acts by their order, ends as one, counts as none or one. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> plain(Map<String, Object> state) {
        return (Map<String, Object>) plain(state, new HashMap<>());
    }

    private static Object plain(Object value, Map<String, String> names) {
        return switch (value) {
            case Map<?, ?> map -> {
                var plain = new TreeMap<String, Object>();
                new TreeMap<>(map).forEach((key, each) -> plain.put((String) key, plain(each, names)));
                yield plain;
            }
            case List<?> list -> list.stream().map(it -> plain(it, names)).toList();
            case Number number -> Math.min(1, number.longValue());
            case String text
            when ACT.matcher(text).matches() -> names.computeIfAbsent(text, _ -> "%064x".formatted(names.size() + 1));
            case String text when text.endsWith("Z") -> END.toString();
            default -> value;
        };
    }

    /** What moves the table once every party has said it is nobody's way out alone. */
    private boolean needsAll(String type) {
        return table.parties() != null && table.parties().every().contains(type);
    }

    /** The states from which acts of these roles lead to such a state, those among them. */
    Set<Map<String, Object>> leadTo(Predicate<Map<String, Object>> goal, Set<String> roles) {
        // By identity: what is equal is one object here, and to compare whole states took most of the time.
        var before = new IdentityHashMap<Map<String, Object>, Set<Map<String, Object>>>();
        for (var step : steps) {
            if (step.from() != step.to()
                    && roles.contains(step.act().role())
                    && (roles.size() > 1 || !needsAll(step.act().type()))) {
                before.computeIfAbsent(step.to(), _ -> identities()).add(step.from());
            }
        }
        var waiting = new ArrayDeque<>(states.stream().filter(goal).toList());
        var lead = identities();
        lead.addAll(waiting);
        while (!waiting.isEmpty()) {
            for (var each : before.getOrDefault(waiting.remove(), Set.of())) {
                if (lead.add(each)) {
                    waiting.add(each);
                }
            }
        }
        return new HashSet<>(lead);
    }

    private static Set<Map<String, Object>> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
