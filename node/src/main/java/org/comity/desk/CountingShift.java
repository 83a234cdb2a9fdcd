package org.comity.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.casework.Compartments;
import org.comity.identity.DutyRota;
import org.comity.ledger.Ledger;
import org.comity.procedure.ActsOfThreads;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Arrived;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.Order;
import org.comity.procedure.Requests.View;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;

/** Counts what happened in one officer's shift; whoever comes reads it, so no closed request counts, and no drill. Calls count whole. */
@Component
class CountingShift {

    /** Where no rota says when the shift began. */
    private static final Duration USUAL = Duration.ofHours(12);

    private final Requests requests;
    private final Threads threads;
    private final Procedures procedures;
    private final Compartments compartments;
    private final Ledger ledger;
    private final DutyRota rota;

    CountingShift(
            Requests requests,
            Threads threads,
            Procedures procedures,
            Compartments compartments,
            Ledger ledger,
            DutyRota rota) {
        this.requests = requests;
        this.threads = threads;
        this.procedures = procedures;
        this.compartments = compartments;
        this.ledger = ledger;
        this.rota = rota;
    }

    ShiftFigures of(String officer, Instant now) {
        var since = began(officer, now);
        var arrived = requests.arrived(since, now, Compartments.ANYBODY, ShiftFigures.MOST).stream()
                .map(Arrived::row)
                .filter(this::cameToUs)
                .toList();
        var said = ActsOfThreads.effective(threads, arrived);
        return new ShiftFigures(
                since,
                arrived.size(),
                (int) arrived.stream()
                        .filter(row -> said.getOrDefault(row.thread(), List.of()).stream()
                                .anyMatch(act -> row.ourRole()
                                        .word()
                                        .equals(act.envelope().role())))
                        .count(),
                pastAim(now),
                sent(since, now),
                recorded(since, now, "calls.taken-down").size());
    }

    private Instant began(String officer, Instant now) {
        return rota.now().stream()
                .flatMap(it -> it.on().stream())
                .filter(it -> it.officer().equals(officer))
                .map(DutyRota.Watch::from)
                .filter(it -> it.isBefore(now))
                .findFirst()
                .orElse(now.minus(USUAL));
    }

    /** Of a procedure that the other side opens. */
    private boolean cameToUs(RequestRow row) {
        return procedures
                .find(row.procedure())
                .filter(it -> it.opener() != row.ourRole())
                .isPresent();
    }

    private int pastAim(Instant now) {
        var ours = Filter.of(View.OURS_TO_ACT, now).readBy(Compartments.ANYBODY);
        return (int) requests.list(ours, Order.DUE, null, ShiftFigures.MOST_PAST_AIM).rows().stream()
                .filter(row ->
                        !row.drill() && row.dueBy() != null && row.dueBy().isBefore(now))
                .count();
    }

    /** What the record says went to another node, and what was posted. */
    private int sent(Instant since, Instant now) {
        var acts = recorded(since, now, "act.queued").stream()
                .map(Ledger.Line::subject)
                .collect(Collectors.toSet());
        var ofThreads = threads.acts(acts).stream().map(KeptAct::thread).toList();
        var posted = recorded(since, now, "letter.sent").stream()
                .map(Ledger.Line::subject)
                .toList();
        return Math.min(ShiftFigures.MOST, counting(ofThreads) + counting(posted));
    }

    private int counting(List<String> ofThreads) {
        var counting =
                compartments.seen(requests.ofThreads(ofThreads), RequestRow::thread, Compartments.ANYBODY).stream()
                        .filter(it -> !it.drill())
                        .map(RequestRow::thread)
                        .collect(Collectors.toSet());
        return (int) ofThreads.stream().filter(counting::contains).count();
    }

    private List<Ledger.Line> recorded(Instant since, Instant now, String what) {
        return ledger.seek(new Ledger.Search(null, null, null, List.of(what), since, now), null, ShiftFigures.MOST);
    }
}
