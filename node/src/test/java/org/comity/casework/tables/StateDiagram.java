package org.comity.casework.tables;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The states of a procedure by name, and which acts lead from one to another; acts that stay are left out. */
final class StateDiagram {

    private static final String OUTSIDE = "[*]";

    private StateDiagram() {}

    static String of(Explored explored) {
        var arrows = new LinkedHashMap<String, Set<String>>();
        for (var step : explored.steps()) {
            var from = (String) step.from().getOrDefault("name", OUTSIDE);
            var to = (String) step.to().get("name");
            if (!from.equals(to)) {
                arrows.computeIfAbsent(from + " --> " + to, _ -> new LinkedHashSet<>())
                        .add(step.act().type());
            }
        }
        var ends = new LinkedHashSet<String>();
        for (var state : explored.states()) {
            if (state.get("name") instanceof String name
                    && explored.table().ended().contains(name)) {
                ends.add("    %s --> %s%n".formatted(name, OUTSIDE));
            }
        }
        return "stateDiagram-v2\n" + lines(arrows) + String.join("", ends);
    }

    private static String lines(Map<String, ? extends Collection<String>> arrows) {
        var text = new StringBuilder();
        arrows.forEach((arrow, types) -> text.append("    %s : %s%n".formatted(arrow, String.join(", ", types))));
        return text.toString();
    }
}
