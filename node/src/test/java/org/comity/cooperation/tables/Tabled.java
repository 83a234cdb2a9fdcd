package org.comity.cooperation.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comity.proof.Digests;
import org.comity.proof.Entry;
import org.comity.proof.table.Fact;
import org.comity.proof.table.Question;
import org.comity.proof.table.Said;
import org.comity.proof.table.Table;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.Result.WithoutEffect;

/**
 * A procedure's table as code, asked cell by cell.
 *
 * @param procedure the code
 * @param node what nodes fold by
 * @param questions what tells cells apart, in the order in which the table asks
 * @param facts what its fold may read, each with values that lead to different cells
 * @param states one for each answer that the questions can have together
 */
record Tabled(
        Procedure procedure,
        Procedure node,
        List<String> types,
        SequencedMap<String, Question> questions,
        SequencedMap<String, Given> facts,
        List<Map<String, Object>> states) {

    record Given(Fact is, List<String> values) {}

    record Cell(Map<String, Object> from, Said act, Table.Folded folded) {}

    /** Each fact without which the act is incomplete. */
    Set<String> needed(String type) {
        var all = new LinkedHashMap<String, String>();
        facts.forEach((name, given) -> all.put(name, given.values().getFirst()));
        var needed = new TreeSet<String>();
        for (var name : facts.keySet()) {
            var without = new LinkedHashMap<>(all);
            without.remove(name);
            if (move(Table.NOTHING_YET, act(type, role(type), without)).effect().equals("incomplete")) {
                needed.add(name);
            }
        }
        return needed;
    }

    String role(String type) {
        return roles(type).getFirst();
    }

    List<String> roles(String type) {
        return procedure.roles(type).stream().map(it -> it.name().toLowerCase()).sorted().toList();
    }

    /** In every state, with every value of the facts that it needs. */
    List<Cell> cells(String type) {
        var cells = new ArrayList<Cell>();
        for (var act : acts(type, role(type))) {
            for (var state : states) {
                cells.add(new Cell(state, act, move(state, act)));
            }
        }
        return cells;
    }

    List<Said> acts(String type, String role) {
        var each = List.<Map<String, String>>of(Map.of());
        for (var name : needed(type)) {
            each = each.stream()
                    .flatMap(it -> facts.get(name).values().stream().map(value -> {
                        var more = new LinkedHashMap<>(it);
                        more.put(name, value);
                        return (Map<String, String>) more;
                    }))
                    .toList();
        }
        return each.stream().map(it -> act(type, role, it)).toList();
    }

    Table.Folded move(Map<String, Object> from, Said act) {
        return move(procedure, from, act);
    }

    /** As a node's register folds it. */
    Table.Folded inNode(Map<String, Object> from, Said act) {
        return move(node, from, act);
    }

    private static Table.Folded move(Procedure procedure, Map<String, Object> from, Said act) {
        var state = from.isEmpty() ? null : procedure.state(from);
        return switch (procedure.move(state, act)) {
            case Moved(var to) -> new Table.Folded(to.json(), Entry.EFFECTIVE);
            case WithoutEffect(var reason) -> new Table.Folded(from, reason);
        };
    }

    Said act(String type, String role, Map<String, String> facts) {
        var said = type + role + new TreeMap<>(facts);
        return new Said(Digests.sha256(said.getBytes(UTF_8)), type, role, facts);
    }
}
