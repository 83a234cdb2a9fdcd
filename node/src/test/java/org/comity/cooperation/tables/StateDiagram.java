package org.comity.cooperation.tables;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The states of a procedure by name, and which acts lead from one to another; acts that stay are left out. */
final class StateDiagram {

    private static final String OUTSIDE = "[*]";

    private StateDiagram() {}

    static String of(Tabled tabled) {
        var reachable = new Reachable(tabled);
        var arrows = new LinkedHashMap<String, Set<String>>();
        for (var step : reachable.steps()) {
            var from = (String) step.from().getOrDefault("name", OUTSIDE);
            var to = (String) step.to().get("name");
            if (!from.equals(to)) {
                arrows.computeIfAbsent(from + " --> " + to, _ -> new LinkedHashSet<>()).add(step.type());
            }
        }
        var ends = new LinkedHashSet<String>();
        for (var state : reachable.states()) {
            if (!state.isEmpty() && tabled.procedure().state(state).ended()) {
                ends.add("    %s --> %s%n".formatted(state.get("name"), OUTSIDE));
            }
        }
        return "stateDiagram-v2\n" + lines(arrows) + String.join("", ends);
    }

    private static String lines(Map<String, ? extends Collection<String>> arrows) {
        var text = new StringBuilder();
        arrows.forEach((arrow, types) ->
                text.append("    %s : %s%n".formatted(arrow, String.join(", ", types))));
        return text.toString();
    }
}
