package org.comity.clock;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Something that takes long, on a thread of its own, because what is scheduled shares one. While it runs, its next turn is
 * left out.
 */
public final class Aside {

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
            } finally {
                running.set(false);
            }
        });
    }
}
