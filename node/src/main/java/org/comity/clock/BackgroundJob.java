package org.comity.clock;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a long job off the scheduler's thread; skips a run while the previous one is active. */
public final class BackgroundJob {

    private static final Logger log = LoggerFactory.getLogger(BackgroundJob.class);

    private final AtomicBoolean running = new AtomicBoolean();
    private final String name;

    public BackgroundJob(String name) {
        this.name = name;
    }

    public void turn(Runnable task) {
        if (!running.compareAndSet(false, true)) return;
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("{} stopped before its end, and has its next turn", name, e);
            } finally {
                running.set(false);
            }
        });
    }
}
