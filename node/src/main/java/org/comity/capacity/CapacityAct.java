package org.comity.capacity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;

/**
 * Reads what an act with effect says, field by field; what another node wrote wrongly reads as nothing.
 *
 * @param by the side that said it, also where the other one wrote it down from a letter
 */
public record CapacityAct(String id, String type, Map<String, Object> body, Instant at, Role by) {

    public static CapacityAct of(KeptAct act) {
        return new CapacityAct(
                act.id(),
                act.envelope().type(),
                act.said(),
                act.at(),
                Role.of(act.envelope().role()));
    }

    public String text(String key) {
        return body.get(key) instanceof String text ? text.strip() : "";
    }

    public Optional<LocalDate> day(String key) {
        return dayOf(text(key));
    }

    /** What columns hold, row by row. */
    public List<Map<?, ?>> rows(String key) {
        return body.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(it -> (Map<?, ?>) it)
                        .toList()
                : List.of();
    }

    public static Optional<LocalDate> dayOf(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
