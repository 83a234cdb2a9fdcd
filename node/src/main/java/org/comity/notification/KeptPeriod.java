package org.comity.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is kept in one thread until an instant.
 *
 * @param sequence rises each time the end moves, ends or comes back
 * @param open false once closed, withdrawn, expired, or held until a decision
 */
record KeptPeriod(
        String thread,
        String reference,
        Instant until,
        int sequence,
        boolean open,
        Instant changedAt,
        boolean changeDue,
        @Nullable Instant quietAt) {

    /** The step in which we are: the fewest days that have come; nothing before the first, or once it is over. */
    Optional<Integer> step(List<Integer> days, Instant now) {
        return now.isBefore(until)
                ? days.stream().filter(it -> !now.isBefore(at(it))).min(Integer::compare)
                : Optional.empty();
    }

    /** When the step after {@code now} comes, or null. */
    @Nullable
    Instant nextStep(List<Integer> days, Instant now) {
        return days.stream()
                .map(this::at)
                .filter(it -> it.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Begun days count. */
    long daysLeft(Instant now) {
        return Math.max(0, -Math.floorDiv(-Duration.between(now, until).toSeconds(), 86_400L));
    }

    private Instant at(int days) {
        return until.minus(Duration.ofDays(days));
    }
}
