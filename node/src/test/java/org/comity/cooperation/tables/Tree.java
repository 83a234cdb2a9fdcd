package org.comity.cooperation.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.cooperation.tables.Tabled.Cell;
import org.comity.proof.table.Question;
import org.comity.proof.table.Table.Node;
import org.comity.proof.table.Table.Node.Case;

/** Cells of one step, told apart by as few questions as tell them apart. */
sealed interface Tree {

    record End(Leaf leaf) implements Tree {}

    record Fork(Question question, List<Branch> branches) implements Tree {}

    record Branch(Set<String> of, Tree then) {}

    /** @throws IllegalStateException if the questions do not tell the cells apart */
    static Tree of(List<Cell> cells, List<Question> questions) {
        return of(cells.stream().map(it -> new Seen(it, Leaf.of(it))).toList(), questions, 0);
    }

    private static Tree of(List<Seen> cells, List<Question> questions, int next) {
        var one = one(cells);
        if (one.isPresent()) {
            return new End(one.get());
        }
        if (next == questions.size()) {
            throw new IllegalStateException("No question tells apart " + cells);
        }
        var question = questions.get(next);
        var answers = new LinkedHashMap<String, List<Seen>>();
        for (var each : cells) {
            var answer = question.of(each.cell().from(), each.cell().act().facts());
            answers.computeIfAbsent(answer, _ -> new ArrayList<>()).add(each);
        }
        var branches = branches(answers, questions, next);
        return branches.size() == 1 ? branches.getFirst().then() : new Fork(question, branches);
    }

    private static List<Branch> branches(Map<String, List<Seen>> answers, List<Question> questions, int next) {
        var branches = new ArrayList<Branch>();
        answers.forEach((answer, cells) -> {
            var tree = of(cells, questions, next + 1);
            for (int i = 0; i < branches.size(); i++) {
                var both = both(branches.get(i).then(), tree);
                if (both.isPresent()) {
                    branches.set(i, new Branch(with(branches.get(i).of(), answer), both.get()));
                    return;
                }
            }
            branches.add(new Branch(Set.of(answer), tree));
        });
        return branches;
    }

    private static Optional<Leaf> one(List<Seen> cells) {
        Optional<Leaf> all = Optional.of(cells.getFirst().leaf());
        for (var each : cells) {
            all = all.flatMap(it -> Leaf.both(it, each.leaf()));
        }
        return all;
    }

    private static Optional<Tree> both(Tree one, Tree other) {
        if (one instanceof End(var a) && other instanceof End(var b)) {
            return Leaf.both(a, b).map(End::new);
        }
        if (!(one instanceof Fork(var question, var left) && other instanceof Fork(var asked, var right))
                || !question.equals(asked)
                || left.size() != right.size()) {
            return Optional.empty();
        }
        var branches = new ArrayList<Branch>();
        for (int i = 0; i < left.size(); i++) {
            var of = left.get(i).of();
            var both = both(left.get(i).then(), right.get(i).then());
            if (both.isEmpty() || !of.equals(right.get(i).of())) {
                return Optional.empty();
            }
            branches.add(new Branch(of, both.get()));
        }
        return Optional.of(new Fork(question, branches));
    }

    static Node node(Tree tree) {
        return switch (tree) {
            case End(var leaf) -> Leaf.plainest(leaf);
            case Fork(var question, var branches) ->
                new Node.Branch(
                        question,
                        branches.stream()
                                .map(it -> new Case(it.of(), node(it.then())))
                                .toList());
        };
    }

    private static Set<String> with(Set<String> some, String more) {
        var all = new LinkedHashSet<>(some);
        all.add(more);
        return all;
    }

    record Seen(Cell cell, Leaf leaf) {}
}
