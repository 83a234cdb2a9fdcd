package org.comity.exchange.as4;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Validity;
import org.comity.directory.Participant;
import org.comity.exchange.PeerShelf;
import org.comity.port.ConcurrencyLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers GET /SHELF/PATH to pinned peers, few at a time. Everything else is 404. */
final class ServingShelves extends HttpServlet {

    private static final Logger log = LoggerFactory.getLogger(ServingShelves.class);
    private static final String CERTIFICATE = "jakarta.servlet.request.X509Certificate";
    private static final Pattern PATH = Pattern.compile("/([a-z]{1,20})/([A-Za-z0-9._/-]{1,200})");
    private static final int AT_ONCE = 16;
    private static final int OF_ONE = 2;
    private static final String SOON = "5";

    private final transient Map<String, PeerShelf> shelves;
    private final transient Directory directory;
    private final transient ConcurrencyLimit<String> limit = ConcurrencyLimit.ofAllAndEach(AT_ONCE, OF_ONE);

    ServingShelves(List<PeerShelf> shelves, Directory directory) {
        this.shelves = shelves.stream().collect(Collectors.toMap(PeerShelf::name, Function.identity()));
        this.directory = directory;
    }

    /** Whether a request is for a shelf, and not for the door of messages. */
    boolean has(HttpServletRequest request) {
        var path = PATH.matcher(request.getRequestURI());
        return path.matches() && shelves.containsKey(path.group(1));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var path = PATH.matcher(request.getRequestURI());
        var peer = peer(request);
        var shelf = path.matches() ? shelves.get(path.group(1)) : null;
        if (shelf == null || peer.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (var _ = limit.take(peer.get())) {
            give(shelf, peer.get(), path.group(2), response);
        } catch (ConcurrencyLimit.Full full) {
            later(response);
        }
    }

    /** TLS let in only who is pinned; who was revoked or has lapsed since reads nothing. */
    private Optional<String> peer(HttpServletRequest request) {
        if (!(request.getAttribute(CERTIFICATE) instanceof X509Certificate[] chain)) return Optional.empty();
        return directory.all().stream()
                .filter(it -> it.node() != null && it.node().tls().equals(chain[0]))
                .map(Participant::id)
                .filter(it -> {
                    var standing = directory.standing(it);
                    return standing == Validity.VALID || standing == Validity.GRACE;
                })
                .findFirst();
    }

    private static void give(PeerShelf shelf, String peer, String path, HttpServletResponse response)
            throws IOException {
        PeerShelf.Answer answer;
        try {
            answer = shelf.answer(peer, path);
        } catch (RuntimeException bug) {
            log.error("incident {}: {} could not be read by {}", UUID.randomUUID(), shelf.name(), peer, bug);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            return;
        }
        response.setStatus(answer.status());
        response.setContentType(answer.type());
        response.setContentLength(answer.content().length);
        response.getOutputStream().write(answer.content());
    }

    private static void later(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", SOON);
    }
}
