package org.comity.cooperation.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.comity.proof.CanonicalJson;
import org.comity.proof.Entry;
import org.comity.proof.table.Fact;
import org.comity.proof.table.Said;
import org.comity.proof.table.Table;

/** All that a thread can come to, act by act from its opening; of lists, what has at most one element. */
final class Reachable {

    record Step(Map<String, Object> from, String type, Map<String, Object> to) {}

    private static final Pattern ACT = Pattern.compile("[0-9a-f]{64}");

    private final Tabled tabled;
    private final SequencedSet<Map<String, Object>> states = new LinkedHashSet<>();
    private final List<Step> steps = new ArrayList<>();

    Reachable(Tabled tabled) {
        this.tabled = tabled;
        var waiting = new ArrayDeque<Map<String, Object>>(List.of(Table.NOTHING_YET));
        while (!waiting.isEmpty()) {
            var from = waiting.remove();
            if (states.add(from) && small(from)) {
                tabled.types().forEach(it -> steps(from, it, waiting));
            }
        }
    }

    List<Map<String, Object>> states() {
        return List.copyOf(states);
    }

    List<Step> steps() {
        return steps;
    }

    private void steps(Map<String, Object> from, String type, ArrayDeque<Map<String, Object>> waiting) {
        for (var act : acts(from, type)) {
            var folded = tabled.move(from, act);
            if (folded.effect().equals(Entry.EFFECTIVE)) {
                steps.add(new Step(from, type, folded.state()));
                waiting.add(folded.state());
            }
        }
    }

    /** Facts that name acts name those in the state. */
    private List<Said> acts(Map<String, Object> from, String type) {
        var named = new TreeSet<String>();
        var acts = ACT.matcher(new String(CanonicalJson.write(from)));
        while (acts.find()) {
            named.add(acts.group());
        }
        var all = new ArrayList<Said>();
        for (var act : tabled.acts(type, tabled.role(type))) {
            var about = act.facts().keySet().stream()
                    .filter(it -> tabled.facts().get(it).is() instanceof Fact.AnAct)
                    .findFirst();
            if (about.isEmpty()) {
                all.add(act);
                continue;
            }
            for (var each : named) {
                var facts = new LinkedHashMap<>(act.facts());
                facts.put(about.get(), each);
                all.add(tabled.act(type, tabled.role(type), facts));
            }
        }
        return all;
    }

    private static boolean small(Map<String, Object> state) {
        return state.values().stream().allMatch(it -> switch (it) {
            case List<?> list -> list.size() < 2;
            case Number number -> number.longValue() < 2;
            default -> true;
        });
    }
}
