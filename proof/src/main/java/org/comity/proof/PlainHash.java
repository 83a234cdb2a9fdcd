package org.comity.proof;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** SHA-256 of what is plain, on a thread of its own: it cannot be split, so nothing else should wait in its line. */
final class PlainHash implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("item-hash").factory());
    private final MessageDigest digest;
    private @Nullable Future<?> running;

    PlainHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code bytes} must stay as they are until {@link #ended}. */
    void add(byte[] bytes, int length) {
        running = thread.submit(() -> digest.update(bytes, 0, length));
    }

    /** Waits until what was added last is hashed. */
    void ended() {
        if (running == null) return;
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while hashing", e);
        }
        running = null;
    }

    String end() {
        ended();
        close();
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
