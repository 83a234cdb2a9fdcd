package org.comity.exchange.outbox;

import java.time.Clock;
import java.util.Map;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.SendingFailed;
import org.comity.ledger.Ledger;
import org.comity.thread.Threads;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices what has not come: an act undelivered, an act without its entry, a gap in a register. Tells a person once. */
@Component
class NoticingSilence {

    private final UnansweredActs unanswered;
    private final Threads threads;
    private final OutgoingQueue outgoing;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ExchangeSettings settings;
    private final Clock clock;

    NoticingSilence(
            UnansweredActs unanswered,
            Threads threads,
            OutgoingQueue outgoing,
            Ledger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            ExchangeSettings settings,
            Clock clock) {
        this.unanswered = unanswered;
        this.threads = threads;
        this.outgoing = outgoing;
        this.ledger = ledger;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    void look() {
        var before = clock.instant().minus(settings.entryAlarm());
        for (var act : unanswered.since(before, clock.instant().minus(settings.courierPatience()))) {
            transaction.executeWithoutResult(status -> tell(act));
        }
        for (var thread : threads.waiting(before)) {
            transaction.executeWithoutResult(status -> fetch(thread.id()));
        }
    }

    private void tell(UnansweredActs.Act act) {
        if (!unanswered.told(act.row(), clock.instant()) || hasEntry(act.id())) {
            return;
        }
        var code = act.carried() ? "no-entry-by-courier" : act.delivered() ? "no-entry" : "not-delivered";
        ledger.record(null, "act." + code, act.id(), Map.of("to", act.to()));
        events.publishEvent(new SendingFailed(act.id(), act.thread(), code));
        if (act.delivered()) {
            fetch(act.thread());
        }
    }

    /** It was sent again to whoever had lost it. */
    private boolean hasEntry(String act) {
        return threads.act(act).map(it -> it.n() != null).orElse(false);
    }

    private void fetch(String id) {
        threads.find(id)
                .filter(it -> !it.weKeep())
                .filter(it -> !unanswered.asked(
                        id + "/" + it.lastEntry(), clock.instant().minus(settings.entryAlarm())))
                .ifPresent(it -> outgoing.fetch(it.counterpart(), id, it.lastEntry()));
    }
}
