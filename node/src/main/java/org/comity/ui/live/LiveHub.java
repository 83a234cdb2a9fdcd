package org.comity.ui.live;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.comity.ui.LivePages;
import org.comity.ui.LiveRights;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells all open streams of this node what changed: one change after another, each on a thread that nobody waits for. */
@Component
@EnableConfigurationProperties(LiveSettings.class)
class LiveHub implements LivePages {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);

    private final List<BrowserStream> streams = new CopyOnWriteArrayList<>();
    private final RecentChanges recent;
    private final LiveSettings settings;
    private final ObjectProvider<LiveRights> rights;
    private final Clock clock;
    private final ThreadPoolExecutor telling;
    private final AtomicBoolean behind = new AtomicBoolean();
    private volatile boolean closed;

    LiveHub(LiveSettings settings, ObjectProvider<LiveRights> rights, Clock clock) {
        this.settings = settings;
        this.rights = rights;
        this.clock = clock;
        this.recent = new RecentChanges(Long.toString(clock.millis(), 36), settings.kept());
        this.telling = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.kept()),
                Thread.ofVirtual().name("live").factory(),
                // Whatever waits is told first, and then that there was more.
                (_, _) -> behind.set(true));
        telling.allowCoreThreadTimeOut(true);
    }

    @Override
    public void changed(String topic, String id) {
        changed(topic, id, false);
    }

    @Override
    public void entered(String topic, String id) {
        changed(topic, id, true);
    }

    private void changed(String topic, String id, boolean ours) {
        if (!topic.matches("[a-z-]{1,40}") || !id.matches("[A-Za-z0-9._/-]{1,100}")) {
            throw new IllegalArgumentException("Only plain names travel to pages: " + topic);
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(topic, id, ours);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(topic, id, ours);
            }
        });
    }

    private void tell(String topic, String id, boolean ours) {
        var at = clock.instant();
        if (!nobodyListens(topic, id, at, ours)) {
            telling(() -> tell(topic, id, at, ours, readers(topic, id)));
        }
    }

    private synchronized boolean nobodyListens(String topic, String id, Instant at, boolean ours) {
        if (!streams.isEmpty()) return false;
        recent.add(topic, id, at, ours);
        return true;
    }

    /** Outside of all locks and of the transaction, since it may ask the database. */
    private Predicate<Official> readers(String topic, String id) {
        return rights.stream()
                .map(it -> it.readers(topic, id))
                .reduce(Predicate::and)
                .orElse(_ -> true);
    }

    private synchronized void tell(String topic, String id, Instant at, boolean ours, Predicate<Official> readers) {
        var change = recent.add(topic, id, at, ours);
        streams.stream().filter(it -> readers.test(it.official())).forEach(it -> offer(it, change));
    }

    private void telling(Runnable what) {
        telling.execute(() -> {
            try {
                what.run();
            } catch (RuntimeException unasked) {
                if (!closed) LOG.warn("Nobody could be told what changed; all pages are told to load again.", unasked);
                behind.set(true);
            }
            if (behind.getAndSet(false)) loadAgain();
        });
    }

    /** What is not told by its name: that there was something each page finds out with its own rights. */
    private synchronized void loadAgain() {
        recent.forget();
        streams.forEach(LiveHub::offerMissed);
    }

    private static void offer(BrowserStream stream, LiveChange change) {
        stream.offer(SseEmitter.event().name("changed").id(change.eventId()).data(change.json()));
    }

    private static void offerMissed(BrowserStream stream) {
        stream.offer(SseEmitter.event().name("missed").data("{}"));
    }

    /** An official with all streams allowed loses the oldest: a page left behind. Empty when the node has all it may have. */
    Optional<SseEmitter> open(Official official, @Nullable String lastEventId) {
        var emitter = new SseEmitter(settings.lifetime().toMillis());
        var stream = new BrowserStream(official, emitter, settings, clock);
        emitter.onCompletion(() -> close(stream));
        emitter.onTimeout(() -> close(stream));
        emitter.onError(it -> close(stream));
        if (!admit(stream, lastEventId)) {
            return Optional.empty();
        }
        Thread.ofVirtual().name("live-" + official.id()).start(() -> {
            stream.run();
            close(stream);
        });
        return Optional.of(emitter);
    }

    private synchronized boolean admit(BrowserStream stream, @Nullable String lastEventId) {
        var own = streams.stream()
                .filter(it -> it.official().id().equals(stream.official().id()))
                .toList();
        if (closed || streams.size() >= settings.streams() && own.size() < settings.each()) {
            return false;
        }
        if (own.size() >= settings.each()) {
            close(own.getFirst());
        }
        stream.offer(SseEmitter.event()
                .name("clock")
                .id(recent.now())
                .reconnectTime(3_000)
                .data("{\"now\":\"" + clock.instant() + "\"}"));
        if (lastEventId != null && !lastEventId.isEmpty()) {
            recent.after(lastEventId)
                    .filter(it -> it.size() <= settings.queue() / 2)
                    .ifPresentOrElse(missed -> catchUp(stream, missed), () -> offerMissed(stream));
        }
        streams.add(stream);
        return true;
    }

    /** Who may know it is asked anew: a request may have been closed since. */
    private void catchUp(BrowserStream stream, List<LiveChange> missed) {
        if (missed.isEmpty()) return;
        telling(() -> missed.stream()
                .filter(it -> readers(it.topic(), it.id()).test(stream.official()))
                .forEach(it -> offer(stream, it)));
    }

    private void close(BrowserStream stream) {
        if (streams.remove(stream) && stream.open()) {
            stream.close();
        }
    }

    int count() {
        return streams.size();
    }

    /** Before the web server waits for its requests, or it would wait for these for ever. */
    @EventListener
    void closing(ContextClosedEvent closing) {
        synchronized (this) {
            closed = true;
        }
        telling.shutdownNow();
        streams.forEach(BrowserStream::close);
    }
}
