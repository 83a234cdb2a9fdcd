package org.comity.procedure.file;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.convention.LawInconsistent;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.field.FiledField.Condition;
import org.comity.procedure.file.ProcedureFile.Follows;
import org.comity.proof.table.MoveTable;
import org.jspecify.annotations.Nullable;

/** Reads out of which requests of other procedures those of a file grow, and holds it against the files of these. */
final class ReadingFollows {

    private ReadingFollows() {}

    static Follows of(LawNode node) {
        node.only("procedure", "need", "either", "holds", "only");
        var need = node.find("need").map(LawNode::text).orElse("");
        if (!need.isEmpty() && !need.equals("always")) {
            throw node.at("need").fault("\"%s\": write always, or leave need out".formatted(need));
        }
        var procedure = node.at("procedure");
        var named = procedure.plain() ? List.of(procedure) : procedure.items();
        var procedures = named.stream()
                .map(it -> ReadingProcedureFile.word(it, it.text()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (procedures.isEmpty()) {
            throw procedure.fault("name the procedure that it follows, or a list of some");
        }
        var either = ReadingProcedureFile.texts(node, "either");
        if (!procedures.containsAll(either)) {
            throw node.at("either").fault("%s: name some of those that it follows".formatted(either));
        }
        return new Follows(
                procedures,
                !need.isEmpty(),
                either,
                node.find("holds").map(LawNode::text).orElse(""),
                only(node, procedures));
    }

    private static Map<String, FollowedOnly> only(LawNode follows, Set<String> procedures) {
        var only = new LinkedHashMap<String, FollowedOnly>();
        follows.find("only")
                .ifPresent(all -> all.entries().forEach((followed, node) -> {
                    if (!procedures.contains(followed)) {
                        throw node.fault("\"%s\": name one of those that it follows".formatted(followed));
                    }
                    only.put(followed, only(node.only("in", "unless", "says")));
                }));
        return only;
    }

    private static FollowedOnly only(LawNode node) {
        return new FollowedOnly(
                ReadingProcedureFile.texts(node, "in"), condition(node, "unless"), condition(node, "says"));
    }

    private static @Nullable Condition condition(LawNode node, String name) {
        var written = node.find(name).orElse(null);
        if (written == null) return null;
        if (written.entries().size() != 1) {
            throw written.fault("one key and one value are needed here, and no more");
        }
        var said = written.entries().entrySet().iterator().next();
        return new Condition(said.getKey(), List.of(said.getValue().text()));
    }

    /**
     * @param all files of procedures, among which are those that it follows
     * @throws LawInconsistent if one of these has no such state, or no act with such a word
     */
    static void check(ProcedureFile file, List<ProcedureFile> all) {
        var follows = file.follows();
        if (follows == null) return;
        follows.only().forEach((followed, only) -> {
            var others = all.stream().filter(it -> it.law().equals(followed)).toList();
            var states = new TreeSet<>(only.in());
            others.forEach(it -> states.removeAll(
                    CheckingProcedureFile.states(MoveTable.find(it.id()).orElseThrow())));
            if (!states.isEmpty()) {
                throw fault(file, "%s has no states %s: name some that its moves.md has".formatted(followed, states));
            }
            Stream.of(only.unless(), only.says())
                    .filter(Objects::nonNull)
                    .filter(it -> !said(others, it))
                    .forEach(it -> {
                        throw fault(file, "no act of %s says %s: %s".formatted(followed, it.key(), it.values()));
                    });
        });
    }

    private static boolean said(List<ProcedureFile> by, Condition condition) {
        return by.stream()
                .flatMap(it -> it.acts().values().stream().flatMap(List::stream))
                .anyMatch(it -> it.key().equals(condition.key()) && it.options().containsAll(condition.values()));
    }

    private static LawInconsistent fault(ProcedureFile file, String what) {
        return new LawInconsistent(file.id() + "/procedure.yaml", "follows: only: " + what);
    }
}
