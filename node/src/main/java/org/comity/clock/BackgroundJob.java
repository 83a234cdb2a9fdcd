package org.comity.clock;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a job that reads or writes disks for minutes or hours on a platform thread; skips a turn while the one before it
 * is under way.
 *
 * <p>The scheduler's threads ({@link JobThreads}) do for whatever waits for a database or a network. They are virtual: a
 * job that reads a disk without end keeps the processor's thread under it from all pages. And a node that stops waits for
 * them some seconds and then interrupts them, which ends a read of a disk like a disk that fails.
 */
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
