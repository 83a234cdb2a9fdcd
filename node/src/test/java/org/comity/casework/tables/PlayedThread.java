package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.comity.proof.form.Digests;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.MoveTable;
import org.jspecify.annotations.Nullable;

/** Plays a thread by a procedure's table alone, act by act, and keeps what became of each. */
final class PlayedThread {

    private final MoveTable table;
    private Map<String, Object> state = MoveTable.NOTHING_YET;
    private String effect = "";
    private String newest = "";
    private int n;

    private PlayedThread(MoveTable table) {
        this.table = table;
    }

    static PlayedThread of(String procedure) {
        return new PlayedThread(MoveTable.find(procedure).orElseThrow());
    }

    /** Two acts that cross, in either order: the states they end in. */
    static List<String> crossing(
            String procedure, Consumer<PlayedThread> before, Consumer<PlayedThread> one, Consumer<PlayedThread> other) {
        var first = of(procedure);
        before.andThen(one).andThen(other).accept(first);
        var second = of(procedure);
        before.andThen(other).andThen(one).accept(second);
        return List.of(first.state(), second.state());
    }

    PlayedThread requesting(String type, String... facts) {
        return says("requesting", type, facts);
    }

    PlayedThread requested(String type, String... facts) {
        return says("requested", type, facts);
    }

    /** As the desk names it. */
    String state() {
        return (String) state.getOrDefault("name", "");
    }

    /** Of the last act: {@code effective}, or why it had none. */
    /** As procedures read it. */
    Map<String, Object> json() {
        return state;
    }

    String effect() {
        return effect;
    }

    /** What stands beside the state or in it; null where nothing does. */
    @Nullable
    Object holds(String field) {
        return state.get(field);
    }

    /** Id of the last act. */
    String newest() {
        return newest;
    }

    private PlayedThread says(String role, String type, String... facts) {
        var said = new HashMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) {
            said.put(facts[i], facts[i + 1]);
        }
        newest = Digests.sha256((type + n++).getBytes(UTF_8));
        var folded = table.fold(state, new ActFacts(newest, type, role, said));
        state = folded.state();
        effect = folded.effect();
        return this;
    }
}
