package org.comity.evidence.vault;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Bytes that are read from any place and never written; what reads them moves {@link #at}. */
public abstract class ReadOnlyChannel implements SeekableByteChannel {

    private final long size;
    private boolean open = true;

    protected long at;

    protected ReadOnlyChannel(long size) {
        this.size = size;
    }

    @Override
    public final long position() {
        return at;
    }

    @Override
    public final SeekableByteChannel position(long position) {
        at = position;
        return this;
    }

    @Override
    public final long size() {
        return size;
    }

    @Override
    public final int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public final SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public final boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
