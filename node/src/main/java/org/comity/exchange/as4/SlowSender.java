package org.comity.exchange.as4;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.comity.exchange.Refusal;

/**
 * Reads a body as long as enough of it comes: so many bytes in each such time. A thin line is waited for; a byte now and
 * then, or nothing after a good beginning, is not.
 */
final class SlowSender {

    private static final int PIECE = 16 * 1024;

    private final Duration each;
    private final long least;
    private final LongSupplier nanos;

    /** @param slowest bytes a second */
    SlowSender(Duration each, long slowest, LongSupplier nanos) {
        this.each = each;
        this.least = Math.max(1, slowest * each.toMillis() / 1000);
        this.nanos = nanos;
    }

    /** @param announced its length, or -1 */
    byte[] read(InputStream in, long announced, int largest) throws IOException, Refusal {
        if (announced > largest) {
            throw new Refusal("oversized", "%d bytes announced".formatted(announced));
        }
        try {
            return read(in, largest);
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
                throw new Refusal("slow-sender", "no byte in time");
            }
            throw e;
        }
    }

    private byte[] read(InputStream in, int largest) throws IOException, Refusal {
        // Grows with what comes: who only announces a body takes no memory for it.
        var body = new ByteArrayOutputStream(PIECE);
        byte[] some = new byte[PIECE];
        long began = nanos.getAsLong();
        int counted = 0;
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            body.write(some, 0, n);
            if (body.size() > largest) {
                throw new Refusal("oversized", "more than %d bytes".formatted(largest));
            }
            long now = nanos.getAsLong();
            if (body.size() - counted >= least) {
                counted = body.size();
                began = now;
            } else if (now - began > each.toNanos()) {
                throw new Refusal("slow-sender", "%d bytes in %s".formatted(body.size() - counted, each));
            }
        }
        return body.toByteArray();
    }
}
