package org.comity.casework.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.casework.CallFiled;
import org.comity.casework.Compartments;
import org.comity.casework.Promises;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.act.Act;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.vocabulary.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes by which hour our registered acts promise something, until it is done or the request has ended. */
@Component
class KeepingPromises implements Promises, ActFollower {

    private final PromiseRows rows;
    private final Requests requests;
    private final Compartments compartments;
    private final Procedures procedures;
    private final PromisedCall calls;

    KeepingPromises(
            PromiseRows rows, Requests requests, Compartments compartments, Procedures procedures, PromisedCall calls) {
        this.rows = rows;
        this.requests = requests;
        this.compartments = compartments;
        this.procedures = procedures;
        this.calls = calls;
    }

    @Override
    public String name() {
        return "promises";
    }

    @Override
    public void registered(ActRegistered event) {
        var thread = event.thread();
        var state = event.state();
        if (state == null || !event.entry().entry().effective()) {
            return;
        }
        if (state.ended()) {
            rows.ended(thread.id());
            return;
        }
        var act = event.act();
        if (Role.of(act.envelope().role()) != thread.ourRole()) {
            return;
        }
        var made = act.envelope().time();
        var procedure = procedures.of(thread.procedure());
        if (event.entry().entry().n() == 1) {
            var due = new BodyFields(act.body()).instant(EmergencyType.COMPLETE_BY);
            boolean open = due != null && !procedure.openGaps(thread.id()).isEmpty();
            if (open) rows.made(thread.id(), What.COMPLETE, Objects.requireNonNull(due), made);
        } else if (act.envelope().type().equals(procedure.fillsGaps())
                && procedure.openGaps(thread.id()).isEmpty()) {
            rows.kept(thread.id(), What.COMPLETE, made);
        }
        procedure
                .promisesCall(act.envelope().type())
                .flatMap(field -> call(act, thread.id(), field))
                .ifPresent(due -> rows.made(thread.id(), What.CALL_BACK, due, made));
    }

    private Optional<Instant> call(Act act, String thread, String field) {
        boolean emergency =
                requests.ofThread(thread).filter(RequestRow::emergency).isPresent();
        var made = act.envelope().time();
        return calls.in(new BodyFields(act.body()).text(field), emergency, made)
                .filter(Hours::ofDay)
                .map(it -> Hours.nearest(it, made));
    }

    @EventListener
    void called(CallFiled call) {
        rows.kept(call.thread(), What.CALL_BACK, call.happened());
    }

    @Override
    public List<Promise> open(String reader) {
        var open = compartments.seen(rows.open(), PromiseRows.Row::thread, reader);
        Map<String, RequestRow> known = open.isEmpty()
                ? Map.of()
                : requests
                        .ofThreads(open.stream()
                                .map(PromiseRows.Row::thread)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(RequestRow::thread, Function.identity()));
        return open.stream()
                .flatMap(it -> Optional.ofNullable(known.get(it.thread())).stream()
                        .map(row -> new Promise(row, it.what(), it.due())))
                .toList();
    }

    @Override
    public List<Promise> of(RequestRow row) {
        return rows.of(row.thread()).stream()
                .map(it -> new Promise(row, it.what(), it.due()))
                .toList();
    }
}
