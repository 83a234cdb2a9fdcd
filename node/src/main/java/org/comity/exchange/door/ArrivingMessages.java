package org.comity.exchange.door;

import java.time.Clock;
import java.util.Set;
import org.comity.directory.Participant;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.MessageArrived;
import org.comity.exchange.Parcel;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictReading;
import org.comity.thread.Threads;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A working message from the other party of a thread; the same one again is not told twice. */
@Component
class ArrivingMessages implements ArrivingAction {

    private final Threads threads;
    private final SeenMessages seen;
    private final Quotas quotas;
    private final ExchangeSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ArrivingMessages(
            Threads threads,
            SeenMessages seen,
            Quotas quotas,
            ExchangeSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.threads = threads;
        this.seen = seen;
        this.quotas = quotas;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.MESSAGE;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        var json = CanonicalJson.read(plain);
        if (!json.keySet().equals(Set.of("id", "text", "thread", "time"))) {
            throw new Refusal("fields", "id, text, thread and time are expected");
        }
        var id = BoundedText.of(json, "id", 36);
        var text = BoundedText.of(json, "text", settings.largestMessage());
        var thread = BoundedText.of(json, "thread", 36);
        var time = StrictReading.instant(json, "time");
        PartiesOfThread.both(threads, thread, from);

        if (seen.first(from.id(), id, clock.instant())) {
            quotas.message(from.id());
            events.publishEvent(new MessageArrived(thread, from.id(), text, time));
        }
    }
}
