package org.comity.casework.orders;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what an officer can do about an order that ends too early, in the procedure of its request and by its law. */
@Component
class WaysOutOfEnd {

    /** Key of the duty to tell the other State that the data are at risk, in the law data. */
    private static final String AT_RISK = "warn";

    private final Procedures procedures;
    private final Threads threads;
    private final Requests requests;
    private final CaseAccess access;
    private final Clock clock;

    WaysOutOfEnd(Procedures procedures, Threads threads, Requests requests, CaseAccess access, Clock clock) {
        this.procedures = procedures;
        this.threads = threads;
        this.requests = requests;
        this.access = access;
        this.clock = clock;
    }

    OrderEndView.@Nullable Ways of(RequestRow row, Official by) {
        if (!access.mayWrite(by)) {
            return null;
        }
        var warning = warning(row);
        return new OrderEndView.Ways(
                requests.awaitsOrder(row.thread()),
                warning.map(Map.Entry::getKey).orElse(null),
                warning.map(it -> it.getValue().ref()).orElse(""));
    }

    /** The act on offer beside which the law's duty to warn is read. */
    private Optional<Map.Entry<String, Provision>> warning(RequestRow row) {
        var procedure = procedures.of(row.procedure());
        return threads.find(row.thread()).map(Threads.Thread::state).stream()
                .flatMap(it -> procedure.steps().offered(it, row, clock.instant()).stream())
                .flatMap(type -> procedure.writing().said(row, type).stream()
                        .filter(it -> it.key().equals(AT_RISK))
                        .map(it -> Map.entry(type, it)))
                .findFirst();
    }
}
