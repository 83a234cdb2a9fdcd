package org.comity.evidence.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.comity.directory.Directory;
import org.comity.evidence.wire.OfferedItem;
import org.comity.evidence.wire.OfferedItem.Later;
import org.comity.sealing.NodeKeys;

/** Counts the bytes of payloads that a receiver takes from the line, and lets it take so many and no more. */
final class Taken {

    private long most = Long.MAX_VALUE;
    private long taken;
    private int busy;

    synchronized void most(long bytes) {
        most = bytes;
        notifyAll();
    }

    synchronized long bytes() {
        return taken;
    }

    /** The senders of an end, through this. */
    static final class CountedSenders extends ItemSenders {

        private final Taken taken;

        CountedSenders(
                Directory directory, NodeKeys keys, TransferSettings settings, java.time.Clock clock, PracticeEnd end) {
            super(directory, keys, settings, clock);
            this.taken = end.taken;
        }

        @Override
        OfferedItem item(String from, String manifest) throws Later {
            var item = super.item(from, manifest);
            return new OfferedItem() {
                @Override
                public byte[] whole(String part, int largest) throws IOException {
                    return item.whole(part, largest);
                }

                @Override
                public InputStream range(String part, long first, long to, long size, long reached) throws IOException {
                    var range = item.range(part, first, to, size, reached);
                    return part.equals("payload") ? taken.new Counted(range) : range;
                }
            };
        }
    }

    /** All that may come has come, and each stream that took of it has written it away and waits. */
    synchronized boolean quiet() {
        return taken == most && busy == 0;
    }

    private final class Counted extends FilterInputStream {

        private boolean reads;
        private boolean closed;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int turn = claim(length);
            int read = 0;
            try {
                read = in.read(into, offset, turn);
                return read;
            } finally {
                giveBack(turn - Math.max(0, read));
            }
        }

        private int claim(int length) throws IOException {
            synchronized (Taken.this) {
                back();
                try {
                    while (taken >= most && !closed) Taken.this.wait();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                if (closed) throw new IOException("closed");
                int turn = (int) Math.min(length, most - taken);
                taken += turn;
                busy++;
                reads = true;
                return turn;
            }
        }

        private void giveBack(int unused) {
            synchronized (Taken.this) {
                taken -= unused;
                Taken.this.notifyAll();
            }
        }

        private void back() {
            if (reads) busy--;
            reads = false;
        }

        @Override
        public void close() throws IOException {
            synchronized (Taken.this) {
                back();
                closed = true;
                Taken.this.notifyAll();
            }
            super.close();
        }
    }
}
