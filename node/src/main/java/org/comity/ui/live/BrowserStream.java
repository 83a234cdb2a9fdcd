package org.comity.ui.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.comity.vocabulary.Official;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Feeds one browser from its own short queue, so that a slow line delays nobody else. */
final class BrowserStream {

    private final Official official;
    private final SseEmitter emitter;
    private final BlockingQueue<SseEmitter.SseEventBuilder> waiting;
    private final Duration beat;
    private final Clock clock;
    private volatile boolean open = true;

    BrowserStream(Official official, SseEmitter emitter, LiveSettings settings, Clock clock) {
        this.official = official;
        this.emitter = emitter;
        this.waiting = new ArrayBlockingQueue<>(settings.queue());
        this.beat = settings.beat();
        this.clock = clock;
    }

    Official official() {
        return official;
    }

    boolean open() {
        return open;
    }

    /** False if this browser is too slow: it is cut off, and resumes where it was. */
    boolean offer(SseEmitter.SseEventBuilder event) {
        if (!waiting.offer(event)) {
            close();
            return false;
        }
        return true;
    }

    void close() {
        open = false;
        emitter.complete();
    }

    /** Until the stream ends: what waits, or a sign of life. */
    void run() {
        try {
            while (open) {
                var event = waiting.poll(beat.toMillis(), TimeUnit.MILLISECONDS);
                if (open) {
                    emitter.send(event == null ? sign() : event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException gone) {
            open = false;
        }
    }

    private SseEmitter.SseEventBuilder sign() {
        return SseEmitter.event().name("clock").data("{\"now\":\"" + clock.instant() + "\"}");
    }
}
