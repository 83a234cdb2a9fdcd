package org.comity.exchange.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.SendingFailed;
import org.comity.ledger.Ledger;
import org.comity.proof.act.JointThread;
import org.comity.thread.JointThreads;
import org.comity.thread.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices what has not come: an act undelivered, an act without its entry, a gap in a register. Tells a person once. */
@Component
class NoticingSilence {

    private static final Logger log = LoggerFactory.getLogger(NoticingSilence.class);

    /** So long an act of a joint thread waits for its keeper alone (R135). */
    static final Duration SIDE_COPIES = Duration.ofHours(1);

    private final UnansweredActs unanswered;
    private final Threads threads;
    private final JointThreads joint;
    private final Directory directory;
    private final OutgoingQueue outgoing;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ExchangeSettings settings;
    private final Clock clock;
    private final FailedLately lately = new FailedLately();

    // More than eight: each says what is silent, or is told of it.
    NoticingSilence(
            UnansweredActs unanswered,
            Threads threads,
            JointThreads joint,
            Directory directory,
            OutgoingQueue outgoing,
            Ledger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            ExchangeSettings settings,
            Clock clock) {
        this.unanswered = unanswered;
        this.threads = threads;
        this.joint = joint;
        this.directory = directory;
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
            one(act.id(), () -> tell(act));
        }
        for (var thread : threads.waiting(before)) {
            one(thread.id(), () -> fetch(thread.id()));
        }
        for (var act : joint.unheard(clock.instant().minus(SIDE_COPIES))) {
            one(act.act() + " for the other parties", () -> copy(act));
        }
    }

    /** What fails of one act or thread is tried again after a pause, and the others do not wait for it. */
    private void one(String about, Runnable what) {
        var now = clock.instant();
        if (lately.pauses(about, now)) return;
        try {
            transaction.executeWithoutResult(status -> what.run());
            lately.succeeded(about);
        } catch (RuntimeException e) {
            lately.failed(about, now);
            log.warn("the silence about {} could not be looked into: {}", about, e.toString());
        }
    }

    private void tell(UnansweredActs.Act act) {
        if (!unanswered.told(act.row(), clock.instant()) || hasEntry(act.id())) {
            return;
        }
        if (forAnother(act.id())) {
            if (act.delivered()) fetch(act.thread());
            return;
        }
        var code = act.carried() ? "no-entry-by-courier" : act.delivered() ? "no-entry" : "not-delivered";
        ledger.record(null, "act." + code, act.id(), Map.of("to", act.to()));
        events.publishEvent(new SendingFailed(act.id(), act.thread(), code));
        if (act.delivered()) {
            fetch(act.thread());
        }
    }

    /** We only brought it to its keeper: its own author's desk is told (R135). */
    private boolean forAnother(String act) {
        var self = directory.self().id();
        return joint.author(act).filter(it -> !it.equals(self)).isPresent();
    }

    /** It was sent again to whoever had lost it. */
    private boolean hasEntry(String act) {
        return threads.act(act).map(it -> it.n() != null).orElse(false);
    }

    /** So a broken line between author and keeper heals, and silence has witnesses. */
    private void copy(JointThreads.Unheard act) {
        var others = act.parties().stream()
                .filter(it -> !unanswered.copied(act.act(), it))
                .toList();
        if (others.isEmpty()) return;
        others.forEach(it -> outgoing.act(it, act.thread(), act.act(), true, clock.instant()));
        ledger.record(null, "act.copied-to-parties", act.act(), Map.of("to", String.join(" ", others)));
    }

    private void fetch(String id) {
        if (JointThread.isNameOf(id)) {
            joint.find(id)
                    .filter(it -> !it.weKeep())
                    .filter(it -> !asked(id, it.lastEntry()))
                    .ifPresent(it -> outgoing.fetch(it.keeper(), id, it.lastEntry()));
            return;
        }
        threads.find(id)
                .filter(it -> !it.weKeep())
                .filter(it -> !asked(id, it.lastEntry()))
                .ifPresent(it -> outgoing.fetch(it.counterpart(), id, it.lastEntry()));
    }

    private boolean asked(String id, long last) {
        return unanswered.asked(id + "/" + last, clock.instant().minus(settings.entryAlarm()));
    }
}
