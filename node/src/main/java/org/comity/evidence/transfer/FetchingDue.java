package org.comity.evidence.transfer;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.ItemArrivals.State;
import org.comity.evidence.transfer.FetchedUnasked.NeedsOfficer;
import org.comity.evidence.wire.OfferedItem.Later;
import org.comity.evidence.wire.OfferedItem.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for what is due, a few items at a time, no two of them for one sender where others wait. */
@Component
class FetchingDue implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FetchingDue.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(8);
    private static final Duration SHORT_WAIT = Duration.ofMinutes(1);

    /** Hours without travel end within a day; and no sender is asked later than that. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final int EACH = 2;
    private static final int LOOK = 200;

    private final ArrivalRows rows;
    private final FetchingItem item;
    private final EndingArrivals ends;
    private final TransferSettings settings;
    private final Clock clock;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private volatile @Nullable Thread timer;

    private record Running(String from, Thread thread) {}

    FetchingDue(ArrivalRows rows, FetchingItem item, EndingArrivals ends, TransferSettings settings, Clock clock) {
        this.rows = rows;
        this.item = item;
        this.ends = ends;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        stopping = false;
        rows.goOnAfterDisks(clock.instant());
        timer = Thread.ofVirtual().name("evidence-fetching").start(this::tick);
    }

    /** A pause that is shorter than a look would else be as long as one. */
    private void tick() {
        var first = settings.firstPatience();
        var tick = first.isPositive() && first.compareTo(TICK) < 0 ? first : TICK;
        while (!stopping) {
            lookIfItCan();
            try {
                Thread.sleep(tick);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void clockWentBack() {
        var now = clock.instant();
        var latest = now.plus(settings.longestPatience()).plus(SHORT_WAIT);
        int due = rows.clockWentBack(now, latest, now.plus(LONGEST_WAIT));
        if (due > 0)
            log.warn("the clock went back: {} items need not wait for the day that they had been put off to", due);
    }

    private void lookIfItCan() {
        try {
            look();
        } catch (RuntimeException e) {
            log.warn("arrivals could not be looked at: {}", e.toString());
        }
    }

    void look() {
        if (running.size() >= settings.atOnce()) return;
        for (var due : rows.due(clock.instant(), 2 * EACH, LOOK)) {
            if (stopping || running.size() >= settings.atOnce()) return;
            boolean busy = running.values().stream()
                            .filter(it -> it.from.equals(due.from()))
                            .count()
                    >= EACH;
            if (!busy) running.computeIfAbsent(due.manifest(), _ -> begun(due));
        }
    }

    /** Whoever sees it among what runs finds it started. At its end it waits until it stands there. */
    private Running begun(Arrival due) {
        return new Running(
                due.from(), Thread.ofPlatform().name("evidence-fetch").daemon().start(() -> run(due)));
    }

    boolean idle() {
        return running.isEmpty();
    }

    private void run(Arrival arrival) {
        try {
            if (arrival.state() == State.WHOLE) ends.match(arrival);
            else item.fetch(arrival, () -> stopping);
        } catch (Refused e) {
            log.error("item {} from {} is refused: {}", arrival.manifest(), arrival.from(), e.getMessage());
            ends.refused(current(arrival), e.code(), e.altered());
        } catch (NeedsOfficer e) {
            log.info("item {} from {} waits for an officer: {}", arrival.manifest(), arrival.from(), e.code());
            ends.waitsForOfficer(current(arrival), e.code());
        } catch (Later e) {
            again(arrival, e.code(), e.duration());
        } catch (IOException e) {
            log.info("item {} from {} waits: {}", arrival.manifest(), arrival.from(), e.toString());
            again(arrival, code(e), Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("item {} from {} waits after a fault of ours", arrival.manifest(), arrival.from(), e);
            again(arrival, "internal", Duration.ZERO);
        } finally {
            running.remove(arrival.manifest());
        }
    }

    private Arrival current(Arrival arrival) {
        return rows.find(arrival.manifest()).orElse(arrival);
    }

    private void again(Arrival arrival, String code, Duration atLeast) {
        if (stopping) return;
        int tries = current(arrival).tries() + 1;
        var patience = patience(tries);
        var wait = atLeast.compareTo(patience) > 0 ? atLeast : patience;
        rows.wait(
                arrival.manifest(),
                code,
                tries,
                clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
    }

    /** Doubled each time up to the longest, and never two nodes in step. */
    private Duration patience(int tries) {
        long most = settings.longestPatience().toMillis();
        long whole = Math.min(most, settings.firstPatience().toMillis() << Math.min(tries - 1, 20));
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }

    private static String code(IOException e) {
        if (e instanceof SSLException) return "tls";
        if (e instanceof SocketTimeoutException) return "stalled";
        return "line";
    }

    /** What is under way is told to stop, and its journal is written. */
    @Override
    public void stop() {
        stopping = true;
        long end = System.nanoTime() + LAST_WORDS.toNanos();
        var ticking = timer;
        if (ticking != null) {
            ticking.interrupt();
            join(ticking, end);
        }
        timer = null;
        running.values().forEach(it -> join(it.thread, end));
    }

    private static void join(Thread thread, long end) {
        try {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return 2000;
    }
}
