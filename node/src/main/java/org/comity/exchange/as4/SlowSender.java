package org.comity.exchange.as4;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.comity.exchange.Refusal;

/** Reads a body within a time for the whole of it: a byte now and then does not hold a thread for long. */
final class SlowSender {

    private final Duration whole;

    SlowSender(Duration whole) {
        this.whole = whole;
    }

    byte[] read(HttpServletRequest request, int largest) throws IOException, Refusal {
        if (request.getContentLengthLong() > largest) {
            throw new Refusal("oversized", "%d bytes announced".formatted(request.getContentLengthLong()));
        }
        long end = System.nanoTime() + whole.toNanos();
        var body = new ByteArrayOutputStream(Math.max(1024, request.getContentLength()));
        byte[] some = new byte[16 * 1024];
        try {
            var in = request.getInputStream();
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                body.write(some, 0, n);
                if (body.size() > largest) {
                    throw new Refusal("oversized", "more than %d bytes".formatted(largest));
                }
                if (System.nanoTime() > end) {
                    throw new Refusal("slow-sender", "the body took longer than %s".formatted(whole));
                }
            }
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
                throw new Refusal("slow-sender", "no byte in time");
            }
            throw e;
        }
        return body.toByteArray();
    }
}
