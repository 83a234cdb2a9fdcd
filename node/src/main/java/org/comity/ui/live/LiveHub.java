package org.comity.ui.live;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comity.ui.LivePages;
import org.comity.ui.LiveRights;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All open streams of this node. */
@Component
@EnableConfigurationProperties(LiveSettings.class)
class LiveHub implements LivePages {

    private final List<BrowserStream> streams = new CopyOnWriteArrayList<>();
    private final RecentChanges recent;
    private final LiveSettings settings;
    private final ObjectProvider<LiveRights> rights;
    private final Clock clock;
    private boolean closed;

    LiveHub(LiveSettings settings, ObjectProvider<LiveRights> rights, Clock clock) {
        this.settings = settings;
        this.rights = rights;
        this.clock = clock;
        this.recent = new RecentChanges(Long.toString(clock.millis(), 36), settings.kept());
    }

    @Override
    public void changed(String topic, String id) {
        if (!topic.matches("[a-z-]{1,40}") || !id.matches("[A-Za-z0-9._/-]{1,100}")) {
            throw new IllegalArgumentException("Only plain names travel to pages: " + topic);
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(topic, id);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(topic, id);
            }
        });
    }

    private synchronized void tell(String topic, String id) {
        var change = recent.add(topic, id);
        streams.forEach(it -> send(it, change));
    }

    private void send(BrowserStream stream, LiveChange change) {
        if (rights.stream().allMatch(it -> it.may(stream.official(), change.topic(), change.id()))) {
            stream.offer(SseEmitter.event().name("changed").id(change.eventId()).data(change.json()));
        }
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
                    .ifPresentOrElse(
                            missed -> missed.forEach(it -> send(stream, it)),
                            () -> stream.offer(SseEmitter.event().name("missed").data("{}")));
        }
        streams.add(stream);
        return true;
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
        streams.forEach(BrowserStream::close);
    }
}
