package org.comity.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs checks of strangers' files beside everything else. A check computes for as long as its file asks for; on a virtual
 * thread it would hold one of the few that carry all pages and alarms, so that it has platform threads of its own, fewer than
 * the machine has processors.
 */
final class ChecksAside implements AutoCloseable {

    private final Duration longest;
    private final ExecutorService threads;

    ChecksAside(Duration longest, int processors) {
        this.longest = longest;
        this.threads = Executors.newFixedThreadPool(
                Math.max(1, processors - 1),
                Thread.ofPlatform()
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .name("verify-", 0)
                        .factory());
    }

    /**
     * @param ended runs once the check has ended, which may be long after its caller was told: no thread can be killed
     * @throws Busy where it did not even begin within the time that one check has
     * @throws TooLong past the time that one check has; it is interrupted, or never begins
     */
    <T> T run(Callable<T> check, Runnable ended) throws Busy, TooLong, IOException {
        var told = new AtomicBoolean();
        var began = new AtomicBoolean();
        Runnable once = () -> {
            if (told.compareAndSet(false, true)) ended.run();
        };
        var task = new FutureTask<T>(() -> {
            began.set(true);
            try {
                return check.call();
            } finally {
                // Before the caller hears of it, who may ask again at once.
                once.run();
            }
        });
        threads.execute(() -> {
            task.run();
            // One that was given up before it began ends here.
            once.run();
        });
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            if (!began.get()) throw new Busy();
            throw new TooLong();
        } catch (InterruptedException stopping) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new TooLong();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException e -> throw e;
                case UncheckedIOException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Others are being checked all the time; nothing is said of this file. */
    static final class Busy extends Exception {
        Busy() {
            super("no check began in time", null, false, false);
        }
    }

    /** The file asks for more than one check may take. */
    static final class TooLong extends Exception {
        TooLong() {
            super("a check took too long", null, false, false);
        }
    }
}
