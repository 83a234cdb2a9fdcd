package org.comity.evidence.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.comity.evidence.EvidenceRefused;

/**
 * Writes a payload from a place on. Where bytes were stored already, the new ones must be the same: one index encrypted
 * twice with different bytes would give both away (docs/protocol/items.md, I3).
 */
public final class PayloadUnderWay extends OutputStream {

    private final FileChannel file;
    private final long stored;
    private long at;

    /** @param at where the next byte goes */
    public PayloadUnderWay(FileChannel file, long at) throws IOException {
        this.file = file;
        this.at = at;
        this.stored = file.size();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (at < stored) same(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, stored - at)));
        var rest = ByteBuffer.wrap(bytes, offset, length);
        while (rest.hasRemaining()) at += file.write(rest, at);
    }

    private void same(ByteBuffer bytes) throws IOException {
        var before = ByteBuffer.allocate(bytes.remaining());
        while (before.hasRemaining()) {
            if (file.read(before, at + before.position()) < 0) throw new IOException("The payload became shorter");
        }
        if (!before.flip().equals(bytes)) {
            throw new EvidenceRefused("other-bytes", "What is added again is not what was added before");
        }
    }

    /** Where the next byte goes. */
    public long at() {
        return at;
    }

    /** To the disk. */
    public void force() throws IOException {
        file.force(true);
    }
}
