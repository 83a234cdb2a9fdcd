package org.comity.proof.item;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Hashes batches in their order on a thread of its own: a hash cannot be split, so nothing else should wait in its line.
 * A few batches may wait, or on a busy machine the threads would wait for each other at each.
 */
final class HashLine implements AutoCloseable {

    private static final int MOST_WAITING = 4;

    /** What is done with a batch, on the line's own thread. */
    @FunctionalInterface
    interface Hash {
        void add(byte[] batch, int length);
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("item-hash").factory());
    private final BlockingQueue<byte[]> free = new LinkedBlockingQueue<>();
    private final int size;
    private final Hash hash;
    private int made;
    private @Nullable Future<?> newest;

    HashLine(int size, Hash hash) {
        this.size = size;
        this.hash = hash;
    }

    /** A buffer to fill; waits for one when too many are still to be hashed. */
    byte[] buffer() {
        var buffer = free.poll();
        if (buffer != null) return buffer;
        if (made < MOST_WAITING) {
            made++;
            return new byte[size];
        }
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while hashing", e);
        }
    }

    /** The buffer is the line's until it comes back from {@link #buffer}. */
    void add(byte[] buffer, int length) {
        newest = thread.submit(() -> {
            hash.add(buffer, length);
            free.add(buffer);
        });
    }

    /** Waits until all that was added is hashed. */
    void settle() {
        try {
            if (newest != null) newest.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while hashing", e);
        }
    }

    /** The same, and nothing can be added after. */
    void end() {
        try {
            settle();
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
