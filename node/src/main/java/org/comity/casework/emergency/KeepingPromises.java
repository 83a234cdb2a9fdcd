package org.comity.casework.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
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
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes by which hour our registered acts promise something, until it is done or the request has ended. */
@Component
class KeepingPromises implements Promises, ActFollower {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final PromiseRows rows;
    private final Requests requests;
    private final Compartments compartments;
    private final Procedures procedures;
    private final Words words;

    KeepingPromises(
            PromiseRows rows, Requests requests, Compartments compartments, Procedures procedures, Words words) {
        this.rows = rows;
        this.requests = requests;
        this.compartments = compartments;
        this.procedures = procedures;
        this.words = words;
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
                .flatMap(field -> call(act, field))
                .ifPresent(due -> rows.made(thread.id(), What.CALL_BACK, due, made));
    }

    /** The hour stands in the first words of that field alone; whoever wrote words of their own keeps it in mind. */
    private Optional<Instant> call(Act act, String field) {
        var text = new BodyFields(act.body()).text(field);
        return Language.KNOWN.stream()
                .map(it -> words.say(it, AnsweringEmergencies.WORDS, "time", AnsweringEmergencies.HOUR))
                .flatMap(it -> Hours.promised(text, it, AnsweringEmergencies.HOUR).stream())
                .findFirst()
                .map(it -> nearest(it, act.envelope().time()));
    }

    /** Of an hour without its day, e.g. {@code 04:50 UTC}, the one next to when it was written is meant. */
    private static Instant nearest(String hour, Instant written) {
        var at = LocalTime.parse(hour.substring(0, "04:50".length()))
                .atDate(LocalDate.ofInstant(written, ZoneOffset.UTC))
                .toInstant(ZoneOffset.UTC);
        if (at.isBefore(written.minus(HALF_A_DAY))) return at.plus(HALF_A_DAY.multipliedBy(2));
        return at.isAfter(written.plus(HALF_A_DAY)) ? at.minus(HALF_A_DAY.multipliedBy(2)) : at;
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
