package org.comity.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.PastStep;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Role;

/**
 * Knows which steps led a past request to the status that a file says, by procedure: each says it of itself.
 *
 * @param byLaw statuses and their steps after the opening one, by the name of the procedure
 * @param usual the procedure of a row that names none
 */
record PastSteps(Map<String, Map<String, List<PastStep>>> byLaw, String usual) {

    private static final String FIRST_UNTIL = "first_until";
    private static final String UNTIL = "until";

    static PastSteps of(Procedures procedures) {
        var byLaw = new LinkedHashMap<String, Map<String, List<PastStep>>>();
        for (var law : procedures.betweenStates()) {
            var past = procedures.ofLaw(law).orElseThrow().forms().past();
            if (!past.isEmpty()) {
                var later = new LinkedHashMap<>(past);
                later.put(PastStep.ASKED, List.of());
                byLaw.put(law, later);
            }
        }
        return new PastSteps(byLaw, procedures.first());
    }

    Set<String> laws() {
        return byLaw.keySet();
    }

    /** @param status empty is {@code asked}; empty where the procedure knows no such status */
    Optional<List<PastStep>> of(String law, String status) {
        return Optional.ofNullable(byLaw.getOrDefault(law, Map.of()).get(status.isEmpty() ? PastStep.ASKED : status));
    }

    /** Whose step it is; where either could have said it, who opened. */
    static Role by(KnownProcedure procedure, String type) {
        var roles = procedure.table().roles(type);
        return roles.size() == 1 ? roles.iterator().next() : procedure.opener();
    }

    /** The columns that must name an end for this status. */
    static List<String> ends(List<PastStep> steps) {
        return switch ((int) steps.stream().filter(PastStep::sets).count()) {
            case 0 -> List.of();
            case 1 -> List.of(UNTIL);
            default -> List.of(FIRST_UNTIL, UNTIL);
        };
    }

    /** The column that the n-th step's end stands in; empty for a step that names none. */
    static Optional<String> end(List<PastStep> steps, int n) {
        if (steps.get(n).end().isEmpty()) {
            return Optional.empty();
        }
        boolean more = steps.stream().skip(n + 1L).anyMatch(PastStep::sets);
        return Optional.of(more ? FIRST_UNTIL : UNTIL);
    }
}
