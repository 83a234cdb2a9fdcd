package org.comity.procedure.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.StepsOnOffer.Pace;
import org.comity.vocabulary.Role;

/** Reads who opens a thread, whose turn it is in each state, and how fast an answer is looked for. */
final class ReadingTurns {

    private ReadingTurns() {}

    static Map<String, Optional<Role>> turn(LawNode desk, boolean joint) {
        var turn = new HashMap<String, Optional<Role>>();
        desk.at("turn")
                .entries()
                .forEach((state, node) -> turn.put(
                        state,
                        node.text().equals("nobody")
                                ? Optional.empty()
                                : Optional.of(joint ? named(node) : role(node))));
        return Map.copyOf(turn);
    }

    /** Of a joint thread a role that its table names; that it does is checked beside the table. */
    static Role opener(LawNode node, boolean joint) {
        return joint ? named(node) : role(node);
    }

    private static Role named(LawNode node) {
        return Role.of(ReadingProcedureFile.word(node, node.text()));
    }

    private static Role role(LawNode node) {
        return Role.ofTwo(node.text())
                .orElseThrow(() ->
                        node.fault("\"%s\" is not a known role: write requesting or requested".formatted(node.text())));
    }

    static Map<String, Pace> pace(LawNode desk) {
        var pace = new HashMap<String, Pace>();
        desk.find("pace")
                .ifPresent(it -> it.entries().forEach((state, node) -> pace.put(state, node.word(Pace.class))));
        return Map.copyOf(pace);
    }
}
