package org.comity.procedure.file;

import static org.comity.procedure.file.DescribedAct.ordered;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.procedure.field.FieldSchemas;
import org.comity.procedure.form.FieldRules;
import org.comity.proof.table.Membership;
import org.comity.proof.table.MoveTable;

/** Describes the eight acts that belong to all joint threads (R104): some words, and the facts that the fold reads. */
public final class OfMembership {

    private OfMembership() {}

    static Stream<DescribedAct> acts(String procedure) {
        var text = Map.<String, Object>of("text", FieldSchemas.text(FieldRules.LONGEST_TEXT));
        return new TreeSet<>(Membership.TYPES)
                .stream()
                        .map(it -> new DescribedAct(
                                procedure, it, false, text, List.of(), Map.of(), facts(procedure, it), true));
    }

    /** By name, as the schema of their values; each act has all of its own. */
    public static Map<String, Object> facts(String procedure, String type) {
        var rules = java.util.Objects.requireNonNull(
                MoveTable.find(procedure).orElseThrow().parties());
        var party =
                ordered("type", "string", "pattern", "^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$", "examples", List.of("XD-1"));
        var act = ordered("type", "string", "pattern", "^[0-9a-f]{64}$");
        var roles = rules.invite().values().stream().flatMap(it -> it.stream()).distinct();
        var facts = switch (type) {
            case "invite" ->
                Map.<String, Object>of("party", party, "as", oneOf(roles), "shown", oneOf(rules.shown().stream()));
            case "consent", "join", "decline" -> Map.<String, Object>of("invitation", act);
            case "hand-over", "remove" -> Map.<String, Object>of("party", party);
            default -> Map.<String, Object>of();
        };
        return new TreeMap<>(facts);
    }

    private static Map<String, Object> oneOf(Stream<String> values) {
        return ordered("type", "string", "enum", values.sorted().toList());
    }
}
