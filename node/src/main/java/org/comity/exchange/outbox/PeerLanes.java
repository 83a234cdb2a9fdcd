package org.comity.exchange.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.Parcel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs a few virtual threads for each peer, so that one that is stuck holds up nobody else. */
@Component
class PeerLanes {

    private static final Logger log = LoggerFactory.getLogger(PeerLanes.class);

    private final int atOnce;
    private final Duration pace;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable Predicate<String> work;

    PeerLanes(ExchangeSettings settings) {
        this.atOnce = settings.atOnce();
        this.pace = settings.pace();
    }

    /** @param work does one thing for a peer; false if there was nothing to do */
    void open(Predicate<String> work) {
        this.work = work;
    }

    void close() {
        work = null;
    }

    void wake(String peer) {
        if (work != null) {
            lane(peer).more();
        }
    }

    int busy() {
        return lanes.values().stream()
                .mapToInt(it -> atOnce - it.free.availablePermits())
                .sum();
    }

    /** Marks that a peer was not reached. */
    void unreachable(String peer) {
        lane(peer).unreachable = true;
    }

    /** Marks that a peer is there; true if it was not before. */
    boolean reachable(String peer) {
        var lane = lane(peer);
        boolean was = lane.unreachable;
        lane.unreachable = false;
        return was;
    }

    /** What may leave together leaves a peer's lane at this pace in a busy hour; the first of it leaves at once. */
    void left(String peer, Parcel.Action action) {
        lane(peer).again.put(action, System.nanoTime() + pace.toNanos());
        workers.execute(() -> {
            try {
                Thread.sleep(pace);
                wake(peer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Of what a parcel has just left; what comes now waits to leave together. */
    Set<Parcel.Action> resting(String peer) {
        long now = System.nanoTime();
        return lane(peer).again.entrySet().stream()
                .filter(it -> it.getValue() - now > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Lane lane(String peer) {
        return lanes.computeIfAbsent(peer, Lane::new);
    }

    private final class Lane {

        private final String peer;
        private final Semaphore free = new Semaphore(atOnce);
        private final AtomicBoolean wanted = new AtomicBoolean();
        private volatile boolean unreachable;
        private final Map<Parcel.Action, Long> again = new ConcurrentHashMap<>();

        private Lane(String peer) {
            this.peer = peer;
        }

        private void more() {
            wanted.set(true);
            if (free.tryAcquire()) {
                workers.execute(this::run);
            }
        }

        private void run() {
            try {
                while (wanted.getAndSet(false)) {
                    while (once()) {
                        Thread.yield();
                    }
                }
            } catch (RuntimeException e) {
                log.warn("sending to {} stopped for now: {}", peer, e.toString());
            } finally {
                free.release();
            }
            if (wanted.get() && work != null) {
                more();
            }
        }

        private boolean once() {
            var now = work;
            return now != null && now.test(peer);
        }
    }
}
