package org.comity.exchange.as4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.helger.mime.parse.MimeTypeParser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.security.cert.X509Certificate;
import java.util.List;
import org.comity.exchange.Door;
import org.comity.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a request whole, within its size and time, before any parser sees it. POST /as4 passes, and what stands on a shelf. */
final class RequestIntake extends HttpFilter {

    private static final String CERTIFICATE = "jakarta.servlet.request.X509Certificate";
    private static final List<Charset> SPELLINGS = List.of(UTF_8, UTF_16LE, UTF_16BE);
    private static final List<String> FORBIDDEN = List.of("<!DOCTYPE", "<!ENTITY");

    private static final byte[] HEADERS_END = "\r\n\r\n".getBytes(ISO_8859_1);

    /** RFC 2046, 5.1.1. A search for a longer one costs its length times that of the body. */
    private static final int LONGEST_BOUNDARY = 70;

    private final As4Settings settings;
    private final transient FairAdmission turns;
    private final transient Door door;
    private final transient ServingShelves shelves;

    RequestIntake(As4Settings settings, FairAdmission turns, Door door, ServingShelves shelves) {
        this.settings = settings;
        this.turns = turns;
        this.door = door;
        this.shelves = shelves;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (shelves.has(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (!request.getRequestURI().equals("/as4")) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!request.getMethod().equals("POST")) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        try (var turn = turns.coming(party(request))) {
            byte[] body = body(request);
            request.setAttribute(ProfileRules.BROKEN, check(request, body));
            try (var handled = turns.handled()) {
                chain.doFilter(new ReadRequest(request, body), response);
            }
        } catch (Refusal refusal) {
            door.refused(refusal.code(), null);
            answer(response, refusal);
        }
    }

    /** TLS let in only who is pinned. */
    private static X509Certificate party(HttpServletRequest request) throws Refusal {
        if (!(request.getAttribute(CERTIFICATE) instanceof X509Certificate[] chain)) {
            throw new Refusal("unknown-certificate", "a certificate is expected");
        }
        return chain[0];
    }

    private byte[] body(HttpServletRequest request) throws IOException, Refusal {
        return new SlowSender(settings.bodyWithin(), settings.slowest().toBytes(), System::nanoTime)
                .read(request.getInputStream(), request.getContentLengthLong(), (int)
                        settings.largestBody().toBytes());
    }

    /** @return the rule of the profile that it breaks, as it came: to decrypt it takes away how it was encrypted; empty if none */
    private String check(HttpServletRequest request, byte[] body) throws Refusal {
        byte[] mark = ("--" + boundary(request.getContentType())).getBytes(ISO_8859_1);
        int start = Math.max(0, find(body, mark, 0, body.length));
        int envelope = endOfFirstPart(body, mark, start + mark.length);
        if (envelope > settings.largestEnvelope().toBytes()) {
            throw new Refusal("oversized", "the SOAP part is too large");
        }
        for (String forbidden : FORBIDDEN) {
            for (Charset spelling : SPELLINGS) {
                if (find(body, forbidden.getBytes(spelling), 0, envelope) >= 0) {
                    throw new Refusal("xml-entities", "a document type or entity in the SOAP part");
                }
            }
        }
        // What stands before the first boundary is no part, and may have empty lines.
        int soap = find(body, HEADERS_END, start, envelope) + HEADERS_END.length;
        return ProfileRules.broken(body, soap, envelope);
    }

    /** Read as phase4 reads it, or the part that is checked here were another than the one that it parses. */
    private static String boundary(@Nullable String contentType) throws Refusal {
        var type = MimeTypeParser.safeParseMimeType(contentType);
        var boundary = type == null || !type.getAsStringWithoutParameters().equals("multipart/related")
                ? null
                : type.getParameterValueWithName("boundary");
        if (boundary == null || boundary.isEmpty()) throw new Refusal("not-as4", "multipart/related is expected");
        if (boundary.length() > LONGEST_BOUNDARY) throw new Refusal("not-as4", "a boundary has at most 70 characters");
        return boundary;
    }

    /** As phase4 has it: from the second on, a mark stands at the beginning of a line, and not of the first one. */
    private static int endOfFirstPart(byte[] body, byte[] mark, int behindFirst) {
        byte[] line = new byte[2 + mark.length];
        line[0] = '\r';
        line[1] = '\n';
        System.arraycopy(mark, 0, line, 2, mark.length);
        int second = find(body, line, behindFirst + 2, body.length);
        return second < 0 ? body.length : second;
    }

    private static int find(byte[] in, byte[] what, int from, int to) {
        for (int i = from; i <= to - what.length; i++) {
            int at = 0;
            while (at < what.length && in[i + at] == what[at]) {
                at++;
            }
            if (at == what.length) {
                return i;
            }
        }
        return -1;
    }

    private static void answer(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(
                switch (refusal.code()) {
                    case "oversized" -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
                    case "slow-sender" -> HttpServletResponse.SC_REQUEST_TIMEOUT;
                    case "busy" -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
                    default -> HttpServletResponse.SC_BAD_REQUEST;
                });
        response.setHeader("Connection", "close");
        response.setContentType("text/plain;charset=utf-8");
        response.getOutputStream()
                .write(AnswerCodes.detail(refusal.code(), refusal.field()).getBytes(UTF_8));
        response.flushBuffer();
    }
}
