package org.comity.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.comity.evidence.wire.SharedPace;

/**
 * A line between two programs: so many bytes a second for all connections together, a delay each way, and lost pieces. A
 * piece of 1,448 bytes that is lost comes again a round trip later, and what is behind it on its connection waits, as with
 * TCP; which pieces are lost, the seed says.
 */
public final class BadLine implements AutoCloseable {

    private static final int PIECE = 1448;
    private static final int BUFFER = 1 << 15;

    /**
     * @param bytesPerSecond towards the receiver; 0: as fast as it goes
     * @param delayMillis each way
     * @param lossPercent of pieces towards the receiver
     */
    public record Quality(long bytesPerSecond, long delayMillis, int lossPercent) {

        public static final Quality PERFECT = new Quality(0, 0, 0);

        public SharedPace pace() {
            return bytesPerSecond == 0 ? SharedPace.FREE : SharedPace.of(bytesPerSecond);
        }
    }

    /** @param back the same towards the sender; such a line also loses pieces there */
    private record Shape(Quality quality, SharedPace towards, SharedPace back) {}

    private volatile Shape shape;
    private volatile boolean cut;
    private final SplittableRandom chance;
    private final ServerSocket door;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    /** Bytes towards the receiver, and towards the sender. */
    final AtomicLong carried = new AtomicLong();

    final AtomicLong back = new AtomicLong();

    BadLine(Quality quality, int target, long seed) throws IOException {
        this(quality, 0, target, seed);
    }

    /** @param port where it begins; 0: any free one */
    public BadLine(Quality quality, int port, int target, long seed) throws IOException {
        this.shape = new Shape(quality, quality.pace(), SharedPace.FREE);
        this.target = target;
        this.chance = new SplittableRandom(seed);
        this.door = new ServerSocket();
        door.setReceiveBufferSize(BUFFER);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on, in both directions; lines that share a cable share its paces. */
    public void become(Quality quality, SharedPace towards, SharedPace back) {
        shape = new Shape(quality, towards, back);
    }

    /** Nothing passes any more and nobody is told: what is sent vanishes, and who connects hears nothing. */
    public void cut() {
        cut = true;
    }

    /** Passable again; what was connected when it was cut is dead. */
    public void mend() {
        open.forEach(BadLine::close);
        open.clear();
        cut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                near.setSendBufferSize(BUFFER);
                near.setTcpNoDelay(true);
                open.add(near);
                if (cut) continue;
                Thread.ofVirtual().start(() -> join(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        var far = new Socket();
        open.add(far);
        try {
            far.setReceiveBufferSize(BUFFER);
            far.setTcpNoDelay(true);
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            close(near);
            return;
        }
        carry(near, far, false);
        carry(far, near, true);
    }

    /** @param due when it arrives; an empty piece is the end */
    private record Piece(byte[] bytes, long due) {}

    private void carry(Socket from, Socket to, boolean towards) {
        var under = new ArrayBlockingQueue<Piece>(1 << 12);
        Thread.ofVirtual().start(() -> read(from, under, towards));
        Thread.ofVirtual().start(() -> write(to, under, towards));
    }

    private void read(Socket from, BlockingQueue<Piece> under, boolean towards) {
        byte[] buffer = new byte[PIECE];
        long behind = 0;
        try {
            var in = from.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (cut) continue;
                var now = shape;
                (towards ? now.towards : now.back).take(n);
                long delay = TimeUnit.MILLISECONDS.toNanos(now.quality.delayMillis());
                long due = System.nanoTime() + delay;
                if ((towards || now.back != SharedPace.FREE) && lost(now.quality)) due += 2 * delay;
                behind = Math.max(behind, due);
                under.put(new Piece(java.util.Arrays.copyOf(buffer, n), behind));
            }
        } catch (IOException cut) {
            // the end is told below
        } catch (InterruptedException e) {
            return;
        }
        under.offer(new Piece(new byte[0], 0));
    }

    private boolean lost(Quality quality) {
        synchronized (chance) {
            return chance.nextInt(100) < quality.lossPercent();
        }
    }

    private void write(Socket to, BlockingQueue<Piece> under, boolean towards) {
        try (to) {
            OutputStream out = to.getOutputStream();
            for (var piece = under.take(); piece.bytes.length > 0; piece = under.take()) {
                for (long wait = piece.due - System.nanoTime(); wait > 0; wait = piece.due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                out.write(piece.bytes);
                (towards ? carried : back).addAndGet(piece.bytes.length);
            }
        } catch (IOException cut) {
            // both sides see it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(BadLine::close);
    }
}
