package org.comity.casework.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.PartyRules;
import org.jspecify.annotations.Nullable;

/**
 * A procedure's table as lawyers write and read it in {@code moves.md}.
 *
 * @param title what it is, e.g. {@code Art. 42}
 * @param states in their order, each with what it carries, e.g. {@code until}
 * @param beside what is kept beside the state; of none, the state is its name alone
 * @param named names that come before the state's own while something beside it is open
 * @param rows of each act, the first that fits counts
 * @param parties of a joint thread: who may take part; null in a thread of two
 */
record Moves(
        String procedure,
        String title,
        Map<String, List<String>> states,
        Set<String> ended,
        Map<String, Beside> beside,
        List<Named> named,
        Map<String, Act> acts,
        Map<String, List<Row>> rows,
        @Nullable PartyRules parties) {

    enum Kind {
        FLAG,
        ACT,
        INSTANT,
        COUNT,
        LIST
    }

    /** @param full from which count on a list takes no more; {@code mark} that its elements bear, or null */
    record Beside(
            String name, Kind kind, long full, @Nullable String mark) {}

    record Named(String name, Set<String> in, String beside) {}

    /** @param by roles as envelopes name them */
    record Act(List<String> by, Map<String, FactRule> facts) {}

    /** @param line of the file, from 1 */
    record Row(int line, List<Place> places, String when, String then) {}

    sealed interface Place {

        /** Before the first act. */
        record Before() implements Place {}

        /** @param resumed what is resumed later; empty where it does not matter */
        record In(Set<String> states, Set<String> resumed) implements Place {}

        /** After an ending, while something beside the state is counted. */
        record EndedWith(String count) implements Place {}
    }

    /** Of what the state is called in its JSON: {@code name}, where nothing stands beside it. */
    String field() {
        return beside.isEmpty() ? "name" : "stage";
    }

    Stream<String> open() {
        return states.keySet().stream().filter(it -> !ended.contains(it));
    }

    String opening() {
        return rows.entrySet().stream()
                .filter(it -> it.getValue().stream()
                        .flatMap(row -> row.places().stream())
                        .anyMatch(Place.Before.class::isInstance))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(procedure + ": no act opens a thread (in: –)"));
    }

    /** The same with shorter lists, so that what happens when they are full is soon reached. */
    Moves full(long full) {
        var shorter = new LinkedHashMap<String, Beside>();
        beside.forEach((name, it) ->
                shorter.put(name, it.kind() == Kind.LIST ? new Beside(name, it.kind(), full, it.mark()) : it));
        return new Moves(procedure, title, states, ended, shorter, named, acts, rows, parties);
    }

    Moves without(String act, Row row) {
        var fewer = new LinkedHashMap<>(rows);
        fewer.put(act, rows.get(act).stream().filter(it -> it != row).toList());
        return new Moves(procedure, title, states, ended, beside, named, acts, fewer, parties);
    }

    /** Whatever any state carries. */
    Set<String> carried() {
        return states.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }
}
