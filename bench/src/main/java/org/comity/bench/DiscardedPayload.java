package org.comity.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.item.PayloadSegments;

/**
 * Takes a payload's bytes without a disk: whoever fetches verifies each segment before it counts, so that a whole one need not be kept. Of others what came is, to be gone on with after a break.
 */
final class DiscardedPayload extends FileChannel {

    private final long size;
    private final Map<Long, byte[]> parts = new ConcurrentHashMap<>();

    /** Parts that were whole: a new one for each segment would measure the garbage of this and not what is fetched. */
    private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();

    DiscardedPayload(long size) {
        this.size = size;
    }

    private static long segment(long position) {
        return Math.max(0, position - PayloadLayout.NONCE) / (PayloadSegments.CHUNKS * PayloadLayout.SEALED_CHUNK);
    }

    @Override
    public int write(ByteBuffer from, long position) {
        long segment = segment(position);
        byte[] part = parts.computeIfAbsent(segment, it -> part());
        int at = (int) (position - PayloadSegments.start(segment));
        int n = from.remaining();
        from.get(part, at, n);
        if (at + n == PayloadSegments.length(segment, size)) spare.add(parts.remove(segment));
        return n;
    }

    /** As large as the largest segment. */
    private byte[] part() {
        byte[] used = spare.poll();
        return used == null ? new byte[PayloadSegments.LARGEST] : used;
    }

    @Override
    public int read(ByteBuffer into, long position) {
        long segment = segment(position);
        byte[] part = parts.get(segment);
        if (part == null) return -1;
        int at = (int) (position - PayloadSegments.start(segment));
        int n = Math.min(into.remaining(), PayloadSegments.length(segment, size) - at);
        into.put(part, at, n);
        return n;
    }

    @Override
    public void force(boolean metadata) {
        // There is no disk.
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    protected void implCloseChannel() {
        parts.clear();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        throw unused();
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        throw unused();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        throw unused();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        throw unused();
    }

    @Override
    public long position() throws IOException {
        throw unused();
    }

    @Override
    public FileChannel position(long to) throws IOException {
        throw unused();
    }

    @Override
    public FileChannel truncate(long to) throws IOException {
        throw unused();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        throw unused();
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long position, long count) throws IOException {
        throw unused();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long length) throws IOException {
        throw unused();
    }

    @Override
    public FileLock lock(long position, long length, boolean shared) throws IOException {
        throw unused();
    }

    @Override
    public FileLock tryLock(long position, long length, boolean shared) throws IOException {
        throw unused();
    }

    private static IOException unused() {
        return new IOException("Only parts at a place are read and written here");
    }
}
