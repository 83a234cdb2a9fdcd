package org.comity.evidence.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.PlainBytes;
import org.comity.evidence.pages.EvidenceAccess.Within;
import org.comity.ui.FileAnswer;
import org.comity.vocabulary.Official;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * A matched item leaves this node as the file that it was. That it leaves is written down before its first byte does, and
 * each chunk is found authentic before a byte of it is sent: what breaks off is shorter than was announced.
 */
@Component
class TakingFile {

    static final String PIECE = "file";

    private static final Logger log = LoggerFactory.getLogger(TakingFile.class);
    private static final int BUFFER = 1 << 17;

    private final Evidence evidence;
    private final PlainBytes bytes;
    private final EvidenceAccess access;

    TakingFile(Evidence evidence, PlainBytes bytes, EvidenceAccess access) {
        this.evidence = evidence;
        this.bytes = bytes;
        this.access = access;
    }

    /** From one byte up to another, of so many in all. */
    record Span(long from, long to, long size) {

        static Span whole(Item item) {
            return new Span(0, size(item), size(item));
        }

        static long size(Item item) {
            return item.manifest().map(it -> it.plain().size()).orElse(0L);
        }

        long length() {
            return to - from;
        }

        boolean part() {
            return length() < size;
        }
    }

    /**
     * @param knowing whoever takes it says that they know it is never shown here
     * @throws EvidenceRefused {@code not-matched}, {@code no-key}, {@code sealed-unconfirmed}, {@code damaged}
     * @throws org.comity.vocabulary.RuleBroken {@code use.not-confirmed}
     */
    void take(Item item, Span span, Within within, boolean knowing, Official by, HttpServletResponse response)
            throws IOException {
        if (item.sealedOnly() && !knowing) throw new EvidenceRefused("sealed-unconfirmed", "It is never shown");
        try (var plain = bytes.open(item, span.from(), span.length())) {
            byte[] buffer = new byte[BUFFER];
            int n = first(plain, buffer);
            access.leaves(item, PIECE, within, by);
            evidence.exported(item.id(), span.from(), knowing, by);
            head(item, span, response);
            send(item, plain, buffer, n, response);
        }
    }

    /** What cannot even begin is refused, and nothing is written down. */
    private static int first(InputStream plain, byte[] buffer) throws IOException {
        try {
            return plain.readNBytes(buffer, 0, buffer.length);
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException)
                throw new EvidenceRefused("damaged", "Match it again");
            throw e;
        }
    }

    private static void head(Item item, Span span, HttpServletResponse response) {
        if (span.part()) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(span.from(), span.to() - 1, span.size()));
        }
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(span.length());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        FileAnswer.saved(item.name(), response);
        // Else a line whose file broke off would wait for the rest of it.
        response.setHeader(HttpHeaders.CONNECTION, "close");
    }

    /** Nothing is said behind the last byte, whatever happens: an error's page would be taken for the file. */
    private static void send(Item item, InputStream plain, byte[] buffer, int first, HttpServletResponse response) {
        long sent = 0;
        try {
            var out = response.getOutputStream();
            for (int n = first; n > 0; n = plain.readNBytes(buffer, 0, buffer.length)) {
                out.write(buffer, 0, n);
                sent += n;
            }
            out.flush();
        } catch (IOException e) {
            log.warn(
                    "Item {} broke off while it was taken out, {} bytes behind where it began: {}",
                    item.id(),
                    sent,
                    e.toString());
        }
    }
}
