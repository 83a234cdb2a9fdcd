package org.comity.paper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.comity.casework.Dispatches;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.PastStep;
import org.comity.procedure.Procedures;
import org.comity.sheet.SheetHeader;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Past requests come in from a spreadsheet, each row once, each in a transaction of its own. */
@Component
class ImportingPast {

    private final ReadingSpreadsheet sheets;
    private final SheetRows rows;
    private final RecordingRequest requests;
    private final RecordingActs recording;
    private final PaperLimits limits;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Procedures procedures;
    private final PastBodies bodies;
    private final Dispatches dispatches;

    // More than eight: a line of a spreadsheet becomes a request, its acts and their dispatch, in one transaction.
    ImportingPast(
            ReadingSpreadsheet sheets,
            SheetRows rows,
            RecordingRequest requests,
            RecordingActs recording,
            PaperLimits limits,
            Ledger ledger,
            Clock clock,
            TransactionTemplate transaction,
            Procedures procedures,
            PastBodies bodies,
            Dispatches dispatches) {
        this.sheets = sheets;
        this.rows = rows;
        this.requests = requests;
        this.recording = recording;
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
        this.procedures = procedures;
        this.bodies = bodies;
        this.dispatches = dispatches;
    }

    ImportView start() {
        return new ImportView(
                null,
                PastRequest.COLUMNS,
                limits.mostRows(),
                List.of(),
                false,
                List.of(),
                false,
                known().byLaw(),
                known().usual());
    }

    String keep(String name, byte[] content, Official by) {
        sheets.read(content);
        var id = "s" + UUID.randomUUID().toString().substring(24);
        transaction.executeWithoutResult(tx -> rows.keep(id, name, content, by.id(), clock.instant()));
        return id;
    }

    ImportView preview(String id, boolean chooseFirst) {
        var read = read(id);
        var header = SheetHeader.of(read);
        var missing = PastRequest.COLUMNS.stream()
                .filter(PastRequest.NEEDED::contains)
                .filter(it -> !header.names().contains(it))
                .toList();
        boolean tooMany = read.size() > limits.mostRows() + 1;
        var lines = missing.isEmpty() && !tooMany ? lines(PastRequest.of(read, known())) : List.<ImportView.Line>of();
        return new ImportView(
                id,
                PastRequest.COLUMNS,
                limits.mostRows(),
                missing,
                tooMany,
                lines,
                chooseFirst,
                known().byLaw(),
                known().usual());
    }

    /** @return how many were brought in */
    int bringIn(String id, Official by) {
        var seen = preview(id, false);
        var right = seen.lines().stream()
                .filter(it -> it.wrong().isEmpty() && !it.known())
                .map(ImportView.Line::row)
                .toList();
        int count = 0;
        for (var past : PastRequest.of(read(id), known())) {
            if (right.contains(past.row()) && Boolean.TRUE.equals(transaction.execute(tx -> bringIn(past, by)))) {
                count++;
            }
        }
        return count;
    }

    private boolean bringIn(PastRequest past, Official by) {
        var from = state(past).orElseThrow();
        var key = past.key(from.id());
        if (!rows.take(key, clock.instant())) {
            return false;
        }
        var asked = procedure(past);
        var channel = java.util.Objects.requireNonNull(PaperArrival.channel(past.get("channel")));
        var opened = bodies.opening(past, asked, from);
        var ourRole = past.ourRole(asked.opener());
        var opening = recording.record(
                new PaperRecord(
                        asked.id(),
                        asked.opening(),
                        asked.opener(),
                        past.askedByUs(),
                        from.id(),
                        null,
                        channel,
                        happened(past.day()),
                        opened.body(),
                        opened.facts(),
                        List.of()),
                by);
        var thread = opening.envelope().thread();
        if (past.askedByUs()) {
            dispatches.posted(thread, opening.id(), channel, past.postedDay(), past.get("posted_number"), by);
        }
        var steps = past.steps();
        var recorded = new LinkedHashMap<String, String>();
        recorded.put(asked.opening(), opening.id());
        for (int n = 0; n < steps.size(); n++) {
            var step = steps.get(n);
            var role = PastSteps.by(asked, step.type());
            var day = n == steps.size() - 1 ? past.statusDay() : past.doneDay();
            var act = recording.record(
                    new PaperRecord(
                            asked.id(),
                            step.type(),
                            role,
                            role.equals(ourRole),
                            from.id(),
                            thread,
                            channel,
                            happened(day),
                            bodies.step(past, step),
                            bodies.facts(past, n, recorded),
                            List.of()),
                    by);
            recorded.put(step.type(), act.id());
            if (role.equals(ourRole)) {
                dispatches.posted(thread, act.id(), channel, day, "", by);
            }
        }
        rows.became(
                key, thread, Objects.requireNonNull(opening.envelope().facts().get("reference")));
        ledger.record(by, "request.imported", thread, Map.of("row", Integer.toString(past.row())));
        return true;
    }

    private java.time.Instant happened(java.time.LocalDate day) {
        return new PaperArrival(null, day, "").happened(clock);
    }

    private List<ImportView.Line> lines(List<PastRequest> past) {
        var lines = new ArrayList<ImportView.Line>();
        var keys = new HashMap<String, Integer>();
        for (var each : past) {
            var wrong = new ArrayList<>(each.wrong(clock));
            var state = state(each);
            boolean known = false;
            if (state.isEmpty() && !each.get("state").isEmpty()) {
                boolean speaks = requests.withNode().stream().anyMatch(it -> named(it, each));
                wrong.add(new PastRequest.Wrong(speaks ? "has-node" : "state", each.get("state")));
            }
            if (each.known().laws().contains(each.law())) {
                if (state.isPresent() && recording.adopted(state.get().id()) && each.saysForThem(procedure(each))) {
                    wrong.add(new PastRequest.Wrong("adopted", each.get("state")));
                }
                bodies.instrument(each, procedure(each)).wrong().forEach(wrong::add);
            }
            if (state.isPresent() && !each.get("number").isEmpty()) {
                var key = each.key(state.get().id());
                var before = keys.putIfAbsent(key, each.row());
                if (before != null) {
                    wrong.add(new PastRequest.Wrong("twice", before.toString()));
                }
                known = rows.known(key);
            }
            lines.add(new ImportView.Line(
                    each.row(),
                    each.get("state"),
                    each.get("direction"),
                    each.get("number"),
                    each.get("day"),
                    each.law(),
                    each.get("status").isEmpty() ? PastStep.ASKED : each.get("status"),
                    known,
                    wrong.isEmpty() ? posted(each) : null,
                    wrong.stream()
                            .map(it -> new ImportView.Wrong(it.why(), it.what()))
                            .toList()));
        }
        return lines;
    }

    private static ImportView.@Nullable Posted posted(PastRequest past) {
        return past.askedByUs()
                ? new ImportView.Posted(past.get("channel"), past.get("posted_number"), past.postedDay())
                : null;
    }

    private PastSteps known() {
        return PastSteps.of(procedures);
    }

    private KnownProcedure procedure(PastRequest past) {
        return procedures.ofLaw(past.law()).orElseThrow(() -> PaperRefused.unknown(past.law()));
    }

    private Optional<Participant> state(PastRequest past) {
        return requests.withoutNode().stream().filter(it -> named(it, past)).findFirst();
    }

    private static boolean named(Participant state, PastRequest past) {
        return state.id().equals(past.get("state")) || state.state().code().equals(past.get("state"));
    }

    private List<List<String>> read(String id) {
        return sheets.read(rows.content(id).orElseThrow(() -> PaperRefused.unknown(id)));
    }
}
