package org.comity.evidence.custody;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemMatching;
import org.comity.proof.item.ItemMatching.Found;
import org.comity.vocabulary.BlockInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a payload from its beginning, behind whoever goes on adding to it: nobody waits for what was stored before to be
 * hashed again, and every chunk of it is opened before the item is sealed.
 */
final class FollowingPayload implements AutoCloseable {

    private final FileChannel file;
    private final ItemKey key;
    private @Nullable FutureTask<Found> reading;
    private long stored;
    private boolean ended;
    private boolean closed;

    FollowingPayload(FileChannel file, ItemKey key) {
        this.file = file;
        this.key = key;
    }

    /** So many bytes of the payload can be read now. */
    synchronized void reaches(long bytes) {
        stored = bytes;
        if (reading == null) {
            reading = new FutureTask<>(() -> ItemMatching.read(new Behind(), key));
            Thread.ofPlatform().daemon().name("item-following").start(reading);
        }
        notifyAll();
    }

    /** That was all: waits until it is read. */
    Found end(long size) throws IOException {
        FutureTask<Found> all;
        synchronized (this) {
            ended = true;
            reaches(size);
            all = Objects.requireNonNull(reading);
        }
        try {
            return all.get();
        } catch (ExecutionException e) {
            throw new IOException("What is stored could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** @return how many bytes can be read at this place, or -1 at the end */
    private synchronized long readable(long at) throws IOException {
        try {
            while (at >= stored && !ended && !closed) wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
        if (closed) throw new IOException("Nobody adds to it any more");
        return at < stored ? stored - at : -1;
    }

    private final class Behind extends BlockInputStream {

        private long at;

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            long readable = readable(at);
            if (readable < 0) return -1;
            int n = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, readable)), at);
            if (n < 0) throw new IOException("The payload became shorter");
            at += n;
            return n;
        }
    }
}
