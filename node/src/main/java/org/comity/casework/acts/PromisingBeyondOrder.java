package org.comity.casework.acts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.OrderAlarms;
import org.comity.directory.Directory;
import org.comity.procedure.ActRole;
import org.comity.procedure.ActWriting.End;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Points out, before it is signed, that an act promises another State longer than our own order lasts. */
@Component
class PromisingBeyondOrder {

    private final OrderAlarms orders;
    private final Procedures procedures;
    private final Directory directory;

    PromisingBeyondOrder(OrderAlarms orders, Procedures procedures, Directory directory) {
        this.orders = orders;
        this.procedures = procedures;
        this.directory = directory;
    }

    /** Of an act as it is saved. */
    Optional<Pointed> pointed(RequestRow row, Draft draft) {
        return pointed(
                row, draft.type(), procedures.of(row.procedure()).writing().end(row, draft.type(), draft));
    }

    /** @param end as the act names it, or as it is offered; null where it names none */
    Optional<Pointed> pointed(RequestRow row, String type, @Nullable End end) {
        Instant until = end == null ? null : end.until();
        if (until == null
                || row.ourRole() != Role.REQUESTED
                || !procedures.of(row.procedure()).is(ActRole.PROMISES_END, type)) {
            return Optional.empty();
        }
        return orders.promising(row, until)
                .map(it -> new Pointed(
                        "orders.caution.ends",
                        "",
                        List.of(),
                        Map.of(
                                "number",
                                it.number(),
                                Pointed.DAY,
                                it.ends().toString(),
                                "n",
                                Long.toString(it.daysWithout(directory.self().zone())))));
    }
}
