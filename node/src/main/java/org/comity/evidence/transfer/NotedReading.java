package org.comity.evidence.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** What is read of a payload, with a word to whoever must look at the item when the disk fails in the middle of it. */
final class NotedReading implements SeekableByteChannel {

    private final SeekableByteChannel payload;
    private final Runnable failed;

    NotedReading(SeekableByteChannel payload, Runnable failed) {
        this.payload = payload;
        this.failed = failed;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            return payload.read(into);
        } catch (ClosedChannelException stopped) {
            // Whoever read it was interrupted or closed it: that says nothing of the disk.
            throw stopped;
        } catch (IOException e) {
            failed.run();
            throw e;
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return payload.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        payload.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return payload.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return payload.isOpen();
    }

    @Override
    public void close() throws IOException {
        payload.close();
    }
}
