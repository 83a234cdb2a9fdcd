package org.comity.casework.orders;

import java.time.LocalDate;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.Editions;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the last day of a domestic order, which the law of a thread may bound; an order can be renewed. */
@Component
class OrderLengths {

    private static final String PERIOD = "order";

    private final Convention convention;
    private final Editions editions;

    OrderLengths(Convention convention, Editions editions) {
        this.convention = convention;
        this.editions = editions;
    }

    /**
     * The day that the order names, or the last that the law allows, whichever is earlier; null where neither is set.
     *
     * @param named by the order, or null
     */
    @Nullable
    LocalDate lastDay(RequestRow row, @Nullable LocalDate named, LocalDate granted) {
        var most = longest(row).map(granted::plusDays).orElse(null);
        return most == null || named != null && named.isBefore(most) ? named : most;
    }

    private Optional<Integer> longest(RequestRow row) {
        return convention.law(row.law(), editions.ofThread(row.thread())).stream()
                .flatMap(it -> it.periods().stream())
                .filter(it -> it.key().equals(PERIOD))
                .map(ProcedureLaw.Period::days)
                .findFirst();
    }
}
