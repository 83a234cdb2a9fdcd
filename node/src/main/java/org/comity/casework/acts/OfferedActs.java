package org.comity.casework.acts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** Types of act that would have effect in a request now, the likeliest first. */
@Component
class OfferedActs {

    private final Threads threads;
    private final Procedures procedures;
    private final Clock clock;

    OfferedActs(Threads threads, Procedures procedures, Clock clock) {
        this.threads = threads;
        this.procedures = procedures;
        this.clock = clock;
    }

    List<String> of(RequestRow row) {
        return threads.find(row.thread())
                .flatMap(it -> Optional.ofNullable(it.state()))
                .map(it -> procedures.of(row.procedure()).steps().offered(it, row, clock.instant()))
                .orElse(List.of());
    }
}
