package org.comity.evidence.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.comity.evidence.wire.OfferedItem.Refused;
import org.comity.proof.item.PayloadSegments;
import org.comity.proof.tree.MerkleTree;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a payload in several streams of ranges into a file. A segment counts when it is whole and has the hash of the
 * list; what of it came before a break is kept, and the next range begins behind it. Twice a second what is in the file is
 * forced to the disk, and then told to the keeper.
 */
public final class PullingPayload {

    private static final Duration SYNC = Duration.ofMillis(500);
    private static final long WRITE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int PIECE = 256 << 10;
    private static final int LONGEST = 32;
    private static final HexFormat HEX = HexFormat.of();
    private static final int TRIES = 4;
    private static final long PAUSE_MILLIS = 200;

    private final OfferedItem source;
    private final SegmentList list;
    private final FileChannel file;
    private final Keeper keeper;
    private final SharedPace pace;
    private final int streams;
    private final long size;
    private final SegmentProgress board;
    private final AtomicReference<@Nullable IOException> refused = new AtomicReference<>();
    private final AtomicReference<@Nullable IOException> last = new AtomicReference<>();
    private final List<InputStream> open = new ArrayList<>();
    private volatile boolean stopped;
    private boolean keeperStopped;

    /** Told what is on the disk, after it is there. */
    @FunctionalInterface
    public interface Keeper {
        /** @return false: stop here */
        boolean keep(FetchJournal journal);
    }

    /** @param start what the journal says is on the disk */
    public PullingPayload(
            OfferedItem source,
            SegmentList list,
            FileChannel file,
            FetchJournal start,
            Keeper keeper,
            SharedPace pace,
            int streams) {
        this.source = source;
        this.list = list;
        this.file = file;
        this.keeper = keeper;
        this.pace = pace;
        this.streams = streams;
        this.size = start.size();
        this.board = new SegmentProgress(start, streams, LONGEST);
    }

    /**
     * Until everything is here, the keeper or an interrupt stops it, or no stream gets on.
     *
     * @return what is on the disk
     * @throws Refused {@code segment-wrong}, {@code range-wrong}
     * @throws IOException why no stream got on
     */
    public FetchJournal run() throws IOException, InterruptedException {
        var running = new ArrayList<Thread>();
        for (int i = 0; i < streams; i++) {
            running.add(Thread.ofPlatform().name("evidence-" + i).daemon().start(new Stream()));
        }
        try {
            while (running.stream().anyMatch(Thread::isAlive)) {
                for (var each : running) {
                    if (each.isAlive()) {
                        each.join(SYNC);
                        break;
                    }
                }
                if (!sync()) stop();
            }
        } finally {
            stop();
            for (var each : running) each.join();
        }
        sync();
        var no = refused.get();
        var why = last.get();
        var reached = board.journal();
        if (no != null) throw no;
        if (!reached.complete() && !keeperStopped && why != null) throw why;
        return reached;
    }

    private boolean sync() throws IOException {
        var written = board.journal();
        file.force(false);
        boolean goesOn = keeper.keep(written);
        keeperStopped |= !goesOn;
        return goesOn;
    }

    private void stop() {
        stopped = true;
        synchronized (open) {
            open.forEach(PullingPayload::quietly);
        }
    }

    private static void quietly(InputStream in) {
        try {
            in.close();
        } catch (IOException alreadyBroken) {
            // that is what was wanted
        }
    }

    private final class Stream implements Runnable {

        private final byte[] buffer = new byte[PayloadSegments.LARGEST];
        private long received;

        @Override
        public void run() {
            int tries = 0;
            while (!stopped) {
                var stretch = board.take();
                if (stretch == null) return;
                long before = received;
                try {
                    fetch(stretch);
                } catch (Refused e) {
                    refused.compareAndSet(null, e);
                    stop();
                } catch (IOException e) {
                    last.set(e);
                } catch (InterruptedException e) {
                    last.set(new InterruptedIOException("a stream was interrupted"));
                    return;
                } catch (RuntimeException e) {
                    // A client that is being closed, say: without a reason nobody would be patient before the next try.
                    last.set(new IOException("a stream broke", e));
                } finally {
                    board.giveBack(stretch);
                }
                tries = received > before ? 0 : tries + 1;
                // A line that gives nothing several times is left to whoever started this, and to patience.
                if (tries == TRIES || tries > 0 && !paused(tries)) return;
            }
        }

        private boolean paused(int tries) {
            try {
                Thread.sleep(PAUSE_MILLIS << tries);
                return true;
            } catch (InterruptedException e) {
                return false;
            }
        }

        private void fetch(SegmentProgress.Stretch stretch) throws IOException, InterruptedException {
            long reached = board.journal().bytes();
            try (var in = source.range("payload", stretch.from(), stretch.to(), size, reached)) {
                synchronized (open) {
                    open.add(in);
                }
                try {
                    for (long segment = stretch.first(); segment <= stretch.last() && !stopped; segment++) {
                        fill(segment, in);
                    }
                } finally {
                    synchronized (open) {
                        open.remove(in);
                    }
                }
            }
        }

        private void fill(long segment, InputStream in) throws IOException, InterruptedException {
            int length = PayloadSegments.length(segment, size);
            int at = board.here(segment);
            read(segment, at);
            int written = at;
            long due = System.nanoTime() + WRITE_NANOS;
            try {
                while (at < length) {
                    int n = in.read(buffer, at, Math.min(PIECE, length - at));
                    if (n < 0) throw new EOFException("the range ended early");
                    // Whoever stops this closes the stream meanwhile; what it gives then may be anything.
                    if (stopped) throw new InterruptedIOException("stopped");
                    at += n;
                    received += n;
                    pace.take(n);
                    if (at == length || at - written >= PIECE || System.nanoTime() > due) {
                        write(segment, written, at);
                        written = at;
                        due = System.nanoTime() + WRITE_NANOS;
                    }
                }
            } finally {
                if (written < at) write(segment, written, at);
                if (at < length) board.brokenOff(segment);
            }
            check(segment, length);
        }

        private void check(long segment, int length) throws IOException {
            var came = MerkleTree.leaf(buffer, 0, length);
            var signed = list.leaf(segment);
            if (MessageDigest.isEqual(came, signed)) {
                board.verified(segment);
            } else if (board.wrong(segment)) {
                throw new Refused(
                        "segment-wrong",
                        "segment %d is not the one of the manifest".formatted(segment),
                        new OfferedItem.Altered(segment, HEX.formatHex(signed), HEX.formatHex(came)));
            } else {
                throw new IOException("segment %d is fetched again".formatted(segment));
            }
        }

        private void read(long segment, int length) throws IOException {
            long start = PayloadSegments.start(segment);
            for (var bytes = ByteBuffer.wrap(buffer, 0, length); bytes.hasRemaining(); ) {
                if (file.read(bytes, start + bytes.position()) < 0) throw new IOException("the payload became shorter");
            }
        }

        /** What the board says is in the file, always. */
        private void write(long segment, int from, int to) throws IOException {
            long start = PayloadSegments.start(segment);
            for (var bytes = ByteBuffer.wrap(buffer, from, to - from); bytes.hasRemaining(); ) {
                file.write(bytes, start + bytes.position());
            }
            board.here(segment, to);
        }
    }
}
