package org.comity.exchange.door;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.directory.Participant;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.comity.ledger.Ledger;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.Restoration;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/**
 * A counterpart that was restored from a backup asks for what we had together. It gets no more than what it sent or was
 * sent: how each thread stands, then the acts of both and the entries of one thread at a time.
 */
@Component
class ArrivingReturns implements ArrivingAction {

    private static final int HEADS_IN_ONE_PARCEL = 200;
    private static final int LATEST_LINES = 200;
    private static final String ASKED = "restore.asked";
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Threads threads;
    private final Restoration restoration;
    private final OutgoingQueue outgoing;
    private final Quotas quotas;
    private final Ledger ledger;
    private final Clock clock;

    ArrivingReturns(
            Threads threads,
            Restoration restoration,
            OutgoingQueue outgoing,
            Quotas quotas,
            Ledger ledger,
            Clock clock) {
        this.threads = threads;
        this.restoration = restoration;
        this.outgoing = outgoing;
        this.quotas = quotas;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.RETURN;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        var json = CanonicalJson.read(plain);
        quotas.ask(from.id());
        if (json.keySet().equals(Set.of("after"))
                && json.get("after") instanceof String after
                && after.length() <= 36) {
            heads(from.id(), after.isEmpty() ? after : BoundedText.of(json, "after", 36));
        } else if (json.keySet().equals(Set.of("after", "thread")) && json.get("after") instanceof Number after) {
            thread(
                    PartiesOfThread.both(threads, BoundedText.of(json, "thread", 36), from),
                    Math.max(0, after.longValue()));
        } else {
            throw new Refusal("fields", "after, and perhaps thread, are expected");
        }
    }

    private void heads(String to, String after) {
        var heads = restoration.heads(to, after, HEADS_IN_ONE_PARCEL);
        if (after.isEmpty() && !onRecord(to)) {
            ledger.record(null, ASKED, to, Map.of());
        }
        var json = CanonicalJson.write(Map.of(
                "heads",
                heads.stream().map(ArrivingReturns::json).toList(),
                "last",
                heads.size() < HEADS_IN_ONE_PARCEL));
        outgoing.comparing(to, Parcel.Action.HEADS, "heads/" + after, json);
    }

    /** Once a day: whoever asks again and again makes no more lines. */
    private boolean onRecord(String of) {
        var yesterday = clock.instant().minus(A_DAY);
        return ledger.lines(of, null, LATEST_LINES).stream()
                .anyMatch(it -> it.what().equals(ASKED) && it.time().isAfter(yesterday));
    }

    private static Map<String, Object> json(Restoration.Head head) {
        return Map.of("thread", head.thread(), "n", head.n(), "hash", head.hash(), "open", List.copyOf(head.open()));
    }

    private void thread(Threads.Thread thread, long after) {
        var to = thread.counterpart();
        Stream.concat(threads.acts(thread.id(), after).stream(), threads.withoutEntry(thread.id()))
                .filter(Threads.KeptAct::bodyKept)
                .forEach(it -> outgoing.act(to, thread.id(), it.id(), true, clock.instant()));
        threads.entries(thread.id(), after).forEach(it -> outgoing.entry(to, it));
    }
}
