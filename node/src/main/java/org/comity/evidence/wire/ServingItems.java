package org.comity.evidence.wire;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.comity.evidence.wire.ItemsOnOffer.Leaving;
import org.comity.port.ConcurrencyLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * Answers GET /evidence/MANIFEST/PART, whole or one range (docs/protocol/transfer.md, 2). Everything else is 404.
 */
final class ServingItems extends HttpServlet {

    private static final Logger log = LoggerFactory.getLogger(ServingItems.class);
    private static final Pattern PATH = Pattern.compile("/([0-9a-f]{64})/(manifest|header|name|segments|payload)");
    private static final String CERTIFICATE = "jakarta.servlet.request.X509Certificate";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int PIECE = 128 << 10;
    private static final int UNAVAILABLE = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

    private final transient ItemsOnOffer shelf;
    private final transient ConcurrencyLimit<X509Certificate> limit;

    ServingItems(ItemsOnOffer shelf, int streams) {
        this.shelf = shelf;
        this.limit = ConcurrencyLimit.ofEach(streams);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var path = PATH.matcher(String.valueOf(request.getPathInfo()));
        if (!(request.getAttribute(CERTIFICATE) instanceof X509Certificate[] chain) || !path.matches()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var leaving = shelf.find(path.group(1), chain[0]);
        if (leaving.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (var _ = limit.take(chain[0])) {
            give(leaving.get(), path.group(2), request, response);
        } catch (ConcurrencyLimit.Full full) {
            later(response, SOON);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void later(HttpServletResponse response, Duration wait) {
        response.setStatus(UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }

    private static void give(Leaving item, String part, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        var closed = item.closed();
        if (!closed.isZero()) {
            later(response, closed);
            return;
        }
        response.setContentType("application/octet-stream");
        switch (part) {
            case "manifest" -> whole(item.manifest(), response);
            case "header" -> whole(item.header(), response);
            case "name" -> whole(item.name(), response);
            case "segments" -> {
                var file = item.segments();
                if (file.isEmpty()) {
                    later(response, SOON);
                    return;
                }
                try (var from = FileChannel.open(file.get(), StandardOpenOption.READ)) {
                    range(from, item, false, request, response);
                }
            }
            default -> {
                reached(item, request);
                try (var from = item.payload()) {
                    range(from, item, true, request, response);
                } finally {
                    item.ended();
                }
            }
        }
    }

    private static void reached(Leaving item, HttpServletRequest request) {
        var says = request.getHeader(OfferedItem.REACHED);
        if (says != null && says.matches("[0-9]{1,18}")) item.reached(Long.parseLong(says));
    }

    private static void whole(byte[] content, HttpServletResponse response) throws IOException {
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static void range(
            SeekableByteChannel from,
            Leaving item,
            boolean payload,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        long size = from.size();
        long start = 0;
        long end = size;
        var asked = request.getHeader(HttpHeaders.RANGE);
        if (asked != null) {
            var ranges = ranges(asked);
            if (ranges.size() != 1 || ranges.getFirst().getRangeStart(size) >= size) {
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
                return;
            }
            start = ranges.getFirst().getRangeStart(size);
            end = ranges.getFirst().getRangeEnd(size) + 1;
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(start, end - 1, size));
        }
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setContentLengthLong(end - start);
        send(from, start, end, item, payload, response);
    }

    private static List<HttpRange> ranges(String asked) {
        try {
            return HttpRange.parseRanges(asked);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static void send(
            SeekableByteChannel from, long start, long end, Leaving item, boolean payload, HttpServletResponse response)
            throws IOException, InterruptedException {
        var out = response.getOutputStream();
        var pace = item.pace();
        from.position(start);
        byte[] piece = new byte[(int) Math.min(PIECE, end - start)];
        for (long at = start; at < end; ) {
            int n = from.read(ByteBuffer.wrap(piece, 0, (int) Math.min(piece.length, end - at)));
            // An officer may stop it, or the hour close, between two pieces.
            if (n < 0 || !item.closed().isZero()) {
                log.info("a range was broken off at byte {} of {}", at, end);
                throw new IOException("broken off");
            }
            pace.take(n);
            out.write(piece, 0, n);
            at += n;
            if (payload) item.sent(n);
        }
    }
}
