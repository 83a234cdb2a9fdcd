package org.comity.casework.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.casework.tables.MovesFold.Next;
import org.comity.proof.table.MoveTable;
import org.comity.proof.table.MoveTable.Node;
import org.comity.proof.table.MoveTable.Node.Case;
import org.comity.proof.table.TableQuestion;
import org.jspecify.annotations.Nullable;

/** Compiles {@code moves.md} to the table that nodes and {@code proof} fold by: as few questions as the rows ask. */
final class MovesTable {

    private final Moves moves;
    private final MovesFold fold;

    MovesTable(Moves moves) {
        this.moves = moves;
        this.fold = new MovesFold(moves);
    }

    /** Not yet checked for holes: whoever reads its text does that. */
    MoveTable table() {
        var steps = new LinkedHashMap<String, MoveTable.Step>();
        moves.acts()
                .forEach((type, act) -> steps.put(
                        type,
                        new MoveTable.Step(
                                new LinkedHashSet<>(act.by().stream().sorted().toList()), act.facts(), node(type))));
        return new MoveTable(moves.procedure(), moves.opening(), moves.ended(), steps, moves.parties());
    }

    /** As its file has it. */
    String text() {
        return new TableWriting(table()).text();
    }

    private Node node(String act) {
        var node = node(act, Map.of());
        if (node == null) {
            throw new IllegalArgumentException("%s: no row for %s".formatted(moves.procedure(), act));
        }
        return node;
    }

    /** Null where no row says anything: a hole, unless no thread can come there. */
    private @Nullable Node node(String act, Map<TableQuestion, String> known) {
        return switch (fold.next(act, known::get)) {
            case Next.NoRow _ -> null;
            case Next.Done(var node, var _) -> node;
            case Next.Ask(var question) -> {
                var cases = new ArrayList<Case>();
                var answers = fold.answers(question, act, known.get(new TableQuestion.Is(moves.field())));
                for (var answer : answers) {
                    var more = new HashMap<>(known);
                    more.put(question, answer);
                    var then = node(act, more);
                    if (then != null) {
                        add(cases, answer, then);
                    }
                }
                yield cases.isEmpty()
                        ? null
                        : cases.getFirst().of().size() == answers.size()
                                ? cases.getFirst().then()
                                : new Node.Branch(question, cases);
            }
        };
    }

    /** Answers that lead to the same are one case. */
    private static void add(List<Case> cases, String answer, Node then) {
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).then().equals(then)) {
                Set<String> of = new LinkedHashSet<>(cases.get(i).of());
                of.add(answer);
                cases.set(i, new Case(of, then));
                return;
            }
        }
        cases.add(new Case(Set.of(answer), then));
    }
}
