package org.comity.casework.delivery;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.procedure.CustodySteps;
import org.comity.proof.table.MoveTable;
import org.comity.thread.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a folded state says of deliveries.
 *
 * @param count how many there were
 * @param unmatched acts that delivered and whose items are not matched yet, oldest first
 */
public record Delivered(long count, List<String> unmatched) {

    /** So many may wait in one thread to be matched, as the table has it; what is matched makes room. */
    public static final int MOST_OPEN = 50;

    /** Empty where the table of the thread's procedure knows no deliveries, or nothing was said yet. */
    public static Optional<Delivered> in(Procedure.@Nullable State state) {
        return state != null
                        && state.json().get("deliveries") instanceof Number count
                        && state.json().get("unmatched") instanceof List<?> unmatched
                ? Optional.of(new Delivered(
                        count.longValue(),
                        unmatched.stream().map(Delivered::act).toList()))
                : Optional.empty();
    }

    /** Whether acts of this procedure can deliver, as its table says. */
    static boolean possible(String procedure) {
        return MoveTable.find(procedure)
                .filter(it -> it.steps().containsKey(CustodySteps.DELIVER))
                .isPresent();
    }

    private static String act(Object delivery) {
        return Objects.requireNonNull((String) ((Map<?, ?>) delivery).get("act"));
    }
}
