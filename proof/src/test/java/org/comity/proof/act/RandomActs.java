package org.comity.proof.act;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.MoveTable;

/** Acts of any step, mostly such as mean something where their thread stands, some nearly so. */
public final class RandomActs {

    private static final Pattern ACT = Pattern.compile("[0-9a-f]{64}");

    /** Right ones, and what one program or another would take for one: only T3 says which is which. */
    private static final List<String> INSTANTS = List.of(
            "2027-03-01T12:00:00Z",
            "2027-03-02T12:00:00Z",
            "2027-03-02T12:00:00.500Z",
            "2027-03-03T12:00:00.5Z",
            "2028-02-29T23:59:59.123456789Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z");

    private static final List<String> NO_INSTANTS = List.of(
            "2027-02-29T12:00:00Z",
            "2027-13-01T12:00:00Z",
            "2027-03-01T24:00:00Z",
            "2027-03-01T23:59:60Z",
            "2027-03-01T12:00:00+01:00",
            "2027-03-01t12:00:00z",
            "2027-03-01T12:00Z",
            "2027-03-01T12:00:00.Z",
            "2027-03-01T12:00:00.1234567891Z",
            "+12027-03-01T12:00:00Z",
            "0000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "٢٠٢٧-03-01T12:00:00Z",
            "2027-03-01T12:00:00Z\n",
            "");

    private RandomActs() {}

    public static ActFacts any(MoveTable table, Map<String, Object> state, int n, Random chance) {
        var types = List.copyOf(new TreeSet<>(table.steps().keySet()));
        var type = n == 0 ? table.opening() : chance.nextInt(40) == 0 ? "no-such-step" : any(types, chance);
        var step = table.steps().get(type);
        var roles =
                step == null || chance.nextInt(20) == 0 ? List.of("requesting", "requested") : List.copyOf(step.by());
        var facts = new TreeMap<String, String>();
        facts.put("note", Integer.toString(n));
        if (step != null) {
            step.facts().forEach((name, fact) -> {
                if (chance.nextInt(20) > 0) facts.put(name, said(fact, state, chance));
            });
        }
        var role = any(roles.stream().sorted().toList(), chance);
        return new ActFacts(Digests.sha256((type + role + facts).getBytes(UTF_8)), type, role, facts);
    }

    private static String said(FactRule fact, Map<String, Object> state, Random chance) {
        return switch (fact) {
            case FactRule.AnInstant _ -> any(chance.nextInt(10) == 0 ? NO_INSTANTS : INSTANTS, chance);
            case FactRule.OneOf(var values) ->
                chance.nextInt(20) == 0 ? "" : any(values.stream().sorted().toList(), chance);
            case FactRule.AnAct _ -> {
                var acts = ACT.matcher(new String(CanonicalJson.write(state), UTF_8))
                        .results()
                        .map(it -> it.group())
                        .toList();
                yield chance.nextInt(20) == 0
                        ? "aa"
                        : acts.isEmpty() || chance.nextInt(8) == 0 ? "aa".repeat(32) : any(acts, chance);
            }
        };
    }

    public static <T> T any(List<T> some, Random chance) {
        return some.get(chance.nextInt(some.size()));
    }
}
