package org.comity.capacity.matching;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Severity 4 counts where two persons approved it, for a fifth of a State's units, its oldest needs first; else it counts as 3. */
final class SeverityLimit {

    private static final int GRAVEST = 4;
    private static final int ONE_OF = 5;

    private final Set<String> beyond = new HashSet<>();

    private SeverityLimit() {}

    static SeverityLimit of(List<NeedInRound> needs) {
        var limit = new SeverityLimit();
        Map<String, Integer> units = new HashMap<>();
        for (var need : needs) units.merge(need.state(), need.units(), Integer::sum);
        Map<String, Integer> grave = new HashMap<>();
        needs.stream()
                .filter(SeverityLimit::isSigned)
                .sorted(Comparator.comparing(NeedInRound::authenticated).thenComparing(NeedInRound::id))
                .forEach(need -> {
                    int so = grave.merge(need.state(), need.units(), Integer::sum);
                    if (so * ONE_OF > units.getOrDefault(need.state(), 0)) limit.beyond.add(need.id());
                });
        return limit;
    }

    int of(NeedInRound need) {
        return beyond.contains(need.id()) || isUnsigned(need) ? GRAVEST - 1 : need.severity();
    }

    private static boolean isSigned(NeedInRound need) {
        return need.severity() == GRAVEST && need.readiness().signed();
    }

    static boolean isUnsigned(NeedInRound need) {
        return need.severity() == GRAVEST && !need.readiness().signed();
    }
}
