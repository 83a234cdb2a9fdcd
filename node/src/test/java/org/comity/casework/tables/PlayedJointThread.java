package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.comity.proof.form.Digests;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.JointState;
import org.comity.proof.table.Membership;
import org.comity.proof.table.MoveTable;

/** Plays a thread of any number of parties by a procedure's table and the fold of its parties, act by act. */
final class PlayedJointThread {

    private final MoveTable table;
    private Map<String, Object> state = MoveTable.NOTHING_YET;
    private String effect = "";
    private String act = "";
    private long n;

    private PlayedJointThread(MoveTable table) {
        this.table = table;
    }

    static PlayedJointThread of(String procedure) {
        return new PlayedJointThread(MoveTable.find(procedure).orElseThrow());
    }

    /** Two acts that cross, in either order. */
    static List<PlayedJointThread> crossing(
            String procedure,
            Consumer<PlayedJointThread> before,
            Consumer<PlayedJointThread> one,
            Consumer<PlayedJointThread> other) {
        var first = of(procedure);
        before.andThen(one).andThen(other).accept(first);
        var second = of(procedure);
        before.andThen(other).andThen(one).accept(second);
        return List.of(first, second);
    }

    PlayedJointThread says(String who, String type, String... facts) {
        var said = new HashMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) said.put(facts[i], facts[i + 1]);
        act = Digests.sha256((who + type + ++n).getBytes(UTF_8));
        var folded = Membership.fold(table, state, n, who, new ActFacts(act, type, role(who), said));
        state = folded.state();
        effect = folded.effect();
        return this;
    }

    /** Invited by the host, and let in by all who are in. */
    PlayedJointThread comes(String host, String who, String as) {
        says(host, "invite", "party", who, "as", as, "shown", "all");
        var invitation = act;
        var already = List.copyOf(joint().parties().keySet());
        already.stream().filter(it -> !it.equals(host)).forEach(it -> says(it, "consent", "invitation", invitation));
        return says(who, "join", "invitation", invitation);
    }

    JointState joint() {
        return JointState.read(state);
    }

    /** As the desk names it. */
    String state() {
        return state.isEmpty() ? "" : (String) joint().table().getOrDefault("name", "");
    }

    Object beside(String field) {
        return joint().table().getOrDefault(field, "");
    }

    /** Of the last act: {@code effective}, or why it had none. */
    String effect() {
        return effect;
    }

    /** The id of the last act. */
    String act() {
        return act;
    }

    private String role(String who) {
        if (state.isEmpty()) return table.parties().host();
        var party = joint().parties().get(who);
        var asked = joint().invited().get(who);
        return party != null ? party.role() : asked != null ? asked.role() : "member";
    }
}
