package org.comity.clock;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that takes long, on a thread of its own, because what is scheduled shares one. While it runs, its next turn is
 * left out.
 */
public final class Aside {

    private static final Logger log = LoggerFactory.getLogger(Aside.class);

    private final AtomicBoolean running = new AtomicBoolean();
    private final String name;

    public Aside(String name) {
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
