package org.comity.exchange.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.exchange.OutgoingQueue;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.springframework.stereotype.Component;

/**
 * Shows whoever brings a head of a disputed thread what does not fit there, and our own entry of that number: it may not have
 * been told, or may have been behind (R132). Once an hour to each.
 */
@Component
class ShowingProofs {

    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final JointThreads threads;
    private final OutgoingQueue outgoing;
    private final Clock clock;
    private final Map<String, Instant> shown = new ConcurrentHashMap<>();

    ShowingProofs(JointThreads threads, OutgoingQueue outgoing, Clock clock) {
        this.threads = threads;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    void show(String to, Joint thread, SignedEntry head) {
        var now = clock.instant();
        shown.values().removeIf(it -> !it.plus(AGAIN).isAfter(now));
        if (shown.size() >= MOST_REMEMBERED || shown.putIfAbsent(thread.id() + " " + to, now) != null) return;
        threads.proofs(thread.id(), to, head).forEach(it -> outgoing.proof(to, it));
    }
}
