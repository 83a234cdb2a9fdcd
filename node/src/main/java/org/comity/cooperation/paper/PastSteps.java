package org.comity.cooperation.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.vocabulary.Role;

/** Which steps led a past request to the status that a file says, by procedure; the tables allow them in this order. */
final class PastSteps {

    /** The columns that each step takes its end from; the fold needs it. */
    private static final String FIRST_UNTIL = "first_until";

    private static final String UNTIL = "until";

    private static final Set<String> BY_THE_REQUESTING =
            Set.of("withdraw", "no-longer-needed", "no-longer-required", "close");

    private static final Map<String, List<String>> PRESERVATION = Map.of(
            "asked", List.of(),
            "received", List.of("acknowledge"),
            "preserved", List.of("report-preserved"),
            "extended", List.of("report-preserved", "extend"),
            "held", List.of("report-preserved", "hold"),
            "expired", List.of("report-preserved", "expire"),
            "closed", List.of("report-preserved", "no-longer-needed"),
            "refused", List.of("refuse"),
            "not-available", List.of("not-available"),
            "withdrawn", List.of("withdraw"));

    private static final Map<String, List<String>> ASSISTANCE = Map.of(
            "asked", List.of(),
            "received", List.of("acknowledge"),
            "accepted", List.of("accept"),
            "delivered", List.of("deliver"),
            "closed", List.of("deliver", "close"),
            "refused", List.of("refuse"),
            "withdrawn", List.of("no-longer-required"));

    private static final Map<String, Map<String, List<String>>> OF =
            Map.of("preservation", PRESERVATION, "assistance", ASSISTANCE);

    private PastSteps() {}

    static Set<String> laws() {
        return OF.keySet();
    }

    /** @param status empty is {@code asked}; empty where the procedure knows no such status */
    static Optional<List<String>> of(String law, String status) {
        return Optional.ofNullable(OF.getOrDefault(law, Map.of()).get(status.isEmpty() ? "asked" : status));
    }

    static Role by(String type) {
        return BY_THE_REQUESTING.contains(type) ? Role.REQUESTING : Role.REQUESTED;
    }

    /** The columns that must name an end for this status. */
    static List<String> ends(List<String> steps) {
        if (!steps.contains("report-preserved")) {
            return List.of();
        }
        return steps.contains("extend") ? List.of(FIRST_UNTIL, UNTIL) : List.of(UNTIL);
    }

    /** The column that this step's end stands in; empty for a step that names none. */
    static Optional<String> end(String type, List<String> steps) {
        return switch (type) {
            case "report-preserved" -> Optional.of(steps.contains("extend") ? FIRST_UNTIL : UNTIL);
            case "extend", "expire" -> Optional.of(UNTIL);
            default -> Optional.empty();
        };
    }
}
