package org.comity.exchange.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.directory.Directory;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.Parcel;
import org.comity.exchange.SendingFailed;
import org.comity.ledger.Ledger;
import org.comity.ledger.RunningTime;
import org.comity.thread.JointThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A sending ends when it was tried for days, counted while this node ran and not by its clock, which may be wrong; and goes on
 * as soon as its peer is heard from.
 */
@Component
class GivingUp {

    /** However long it waited, so often it must have failed. */
    static final int LEAST_ATTEMPTS = 5;

    private static final Logger log = LoggerFactory.getLogger(GivingUp.class);
    private static final Duration PACE = Duration.ofSeconds(5);

    private final GivenUpRows rows;
    private final JointThreads threads;
    private final Directory directory;
    private final RunningTime running;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ExchangeSettings settings;
    private final Clock clock;
    private final Map<String, Long> looked = new ConcurrentHashMap<>();

    // More than eight: what ended is kept, told and on record, as far as it is ours.
    GivingUp(
            GivenUpRows rows,
            JointThreads threads,
            Directory directory,
            RunningTime running,
            Ledger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            ExchangeSettings settings,
            Clock clock) {
        this.rows = rows;
        this.threads = threads;
        this.directory = directory;
        this.running = running;
        this.ledger = ledger;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** The node's running time, which a row remembers from its first attempt that failed. */
    Duration now() {
        return running.total();
    }

    boolean isTime(OutboxRow row, String code) {
        var since = row.triedSince();
        return !PassingFailures.helps(code)
                || since != null
                        && row.attempts() >= LEAST_ATTEMPTS
                        && running.total().minus(since).compareTo(settings.giveUpAfter()) > 0;
    }

    void giveUp(OutboxRow row, String code) {
        transaction.executeWithoutResult(status -> {
            if (rows.giveUp(row.id(), clock.instant(), code, !copied(row))) {
                ledger.record(
                        null,
                        "sending.given-up",
                        row.subject(),
                        Map.of(
                                "to",
                                row.destination(),
                                "code",
                                code,
                                "action",
                                row.action().word()));
                events.publishEvent(new SendingFailed(row.subject(), row.thread(), code));
            }
        });
        // Whoever is heard from next finds it, however short ago the last look was.
        looked.remove(row.destination());
    }

    /** An act in a joint thread is nobody's concern here that is not ours, or that who keeps the register has by another way. */
    private boolean copied(OutboxRow row) {
        if (row.action() != Parcel.Action.ACT) return false;
        return threads.find(row.thread())
                .filter(it -> !it.keeper().equals(row.destination())
                        || threads.author(row.subject())
                                .filter(directory.self().id()::equals)
                                .isEmpty())
                .isPresent();
    }

    /** The peer is there: what ended because it was not reached waits again. At most every few seconds for one peer. */
    void heardFrom(String peer) {
        long now = System.nanoTime();
        var last = looked.get(peer);
        if (last != null && now - last < PACE.toNanos()) {
            return;
        }
        looked.put(peer, now);
        takeUpAgain(peer);
    }

    void takeUpAgain(String peer) {
        transaction.executeWithoutResult(status -> {
            int again = rows.takeUpAgain(peer, clock.instant());
            if (again > 0) {
                ledger.record(null, "sending.taken-up-again", peer, Map.of("n", Integer.toString(again)));
                log.info("{} sendings to {} had been given up and are tried again", again, peer);
            }
        });
    }

    /** What is old, and what a clock that was wrong has left behind. */
    void tidy() {
        var now = clock.instant();
        rows.forget(now.minus(settings.keepDelivered()));
        int due = rows.clockWentBack(now, now.plus(settings.longestPause()).plus(settings.claim()));
        if (due > 0) {
            log.warn("the clock went back: {} sendings need not wait for the day that they had been put off to", due);
        }
    }
}
