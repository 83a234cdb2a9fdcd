package org.comity.proof.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the table of one procedure in one version (rules T1 to T9 of docs/protocol/tables.md).
 *
 * @param procedure name and version as acts name it, e.g. {@code preservation/1}
 * @param opening type of the act that opens a thread
 * @param ended names of the states in which nothing is left to do
 * @param steps by type of act
 * @param parties of a table of joint threads: who may take part
 */
public record MoveTable(
        String procedure,
        String opening,
        Set<String> ended,
        Map<String, Step> steps,
        @Nullable PartyRules parties) {

    public static final String FORMAT = "comity-table/1";

    /** An act that moves its thread. */
    public static final String EFFECTIVE = "effective";

    /** Where a thread stands before its first act. */
    public static final Map<String, Object> NOTHING_YET = Map.of();

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,30}/[1-9][0-9]{0,3}");
    private static final Map<String, MoveTable> KNOWN = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of a thread of two. */
    public MoveTable(String procedure, String opening, Set<String> ended, Map<String, Step> steps) {
        this(procedure, opening, ended, steps, null);
    }

    /** @param facts what the fold reads of the act, each with what it must be */
    public record Step(Set<String> by, Map<String, FactRule> facts, Node node) {

        /** What else an act says is not for the fold. */
        Map<String, String> read(ActFacts act) {
            if (facts.keySet().containsAll(act.facts().keySet())) return act.facts();
            var read = new HashMap<>(act.facts());
            read.keySet().retainAll(facts.keySet());
            return read;
        }

        boolean complete(ActFacts act) {
            for (var fact : facts.entrySet()) {
                if (!fact.getValue().allows(act.facts().getOrDefault(fact.getKey(), ""))) return false;
            }
            return true;
        }

        /** The first fact that the fold needs and the act does not say, or not as it must be. */
        public Optional<String> lacking(Map<String, String> said) {
            return facts.entrySet().stream()
                    .filter(it -> !it.getValue().allows(said.getOrDefault(it.getKey(), "")))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /** The fact that names the act of which this one speaks; empty if it speaks of none. */
        public Optional<String> about() {
            return facts.entrySet().stream()
                    .filter(it -> it.getValue() instanceof FactRule.AnAct)
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /**
     * @param state after the act; the same as before if it is without effect
     * @param effect {@code effective}, or why the act is without effect
     */
    public record Folded(Map<String, Object> state, String effect) {}

    /** The tables that this program knows; empty for another procedure or version. */
    public static Optional<MoveTable> find(String procedure) {
        if (!NAME.matcher(procedure).matches()) {
            return Optional.empty();
        }
        if (KNOWN.get(procedure) instanceof MoveTable known) return Optional.of(known);
        try (var in = MoveTable.class.getResourceAsStream(file(procedure))) {
            if (in == null) return Optional.empty();
            var table = TableReading.shipped(JSON.readTree(in.readAllBytes()));
            KNOWN.put(procedure, table);
            return Optional.of(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name of the file that holds it, e.g. {@code preservation-1.json}. */
    public static String file(String procedure) {
        return procedure.replace('/', '-') + ".json";
    }

    /** @throws IllegalArgumentException if it is none of the format, or has a hole: then nothing is folded by it */
    public static MoveTable read(byte[] json) {
        return TableReading.table(JSON.readTree(json));
    }

    /** Whether an act of this type can lead to a state in which nothing is left to do. */
    public boolean ends(String type) {
        var step = steps.get(type);
        return step != null && ends(step.node());
    }

    private boolean ends(Node node) {
        return switch (node) {
            case Node.Branch(var _, var cases) -> cases.stream().anyMatch(it -> ends(it.then()));
            case Node.Moves(var changes) ->
                changes.get("name") instanceof FieldChange.Constant(var to) && ended.contains(String.valueOf(to));
            case Node.Without _ -> false;
        };
    }

    /** Names of the states in which a thread may stand once it is opened. */
    public Set<String> opened() {
        var opens = steps.get(opening);
        return opens == null ? Set.of() : named(opens.node()).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> named(Node node) {
        return switch (node) {
            case Node.Branch(var _, var cases) -> cases.stream().flatMap(it -> named(it.then()));
            case Node.Moves(var changes) ->
                changes.get("name") instanceof FieldChange.Constant(var to)
                        ? Stream.of(String.valueOf(to))
                        : Stream.empty();
            case Node.Without _ -> Stream.empty();
        };
    }

    public Folded fold(Map<String, Object> from, ActFacts act) {
        var step = steps.get(act.type());
        if (step == null || !step.complete(act)) {
            return new Folded(from, "incomplete");
        }
        if (!step.by().contains(act.role())) {
            return new Folded(from, "wrong-role");
        }
        var facts = step.read(act);
        var node = step.node();
        while (node instanceof Node.Branch(var question, var cases)) {
            node = then(cases, question.of(from, facts));
        }
        return switch (node) {
            case Node.Without(var reason) -> new Folded(from, reason);
            case Node.Moves(var changes) -> new Folded(FieldChange.all(changes, from, act), EFFECTIVE);
            case Node.Branch _ -> throw new IllegalStateException();
        };
    }

    private Node then(List<Node.Case> cases, String found) {
        for (var each : cases) {
            if (each.of().contains(found)) return each.then();
        }
        throw new IllegalStateException("%s: no case [%s]".formatted(procedure, found));
    }

    /** One way or another on from a state. */
    public sealed interface Node {

        record Branch(TableQuestion question, List<Case> cases) implements Node {}

        record Case(Set<String> of, Node then) {}

        record Without(String reason) implements Node {}

        /** Fields that are not named stay as they are. */
        record Moves(Map<String, FieldChange> changes) implements Node {}
    }
}
