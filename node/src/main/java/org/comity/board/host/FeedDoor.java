package org.comity.board.host;

import jakarta.servlet.http.HttpServletRequest;
import org.comity.exchange.PeerShelf;
import org.comity.port.ConcurrencyLimit;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.vocabulary.CallerOrigin;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the public feeds on the port of the pages, to everybody and to whoever keeps a mirror; to no more at once than the port of the nodes does. */
@RestController
class FeedDoor {

    private static final String FEED = "/feed/";
    private static final int AT_ONCE = 16;
    private static final int OF_ONE = 2;
    private static final String SOON = "5";

    private final FeedShelf shelf;
    private final ConcurrencyLimit<CallerOrigin> limit = ConcurrencyLimit.ofAllAndEach(AT_ONCE, OF_ONE);

    FeedDoor(FeedShelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping({FEED + "public/**", FEED + "public-{number:[2-9]}/**"})
    ResponseEntity<byte[]> read(HttpServletRequest request) {
        try (var _ = turn(CallerOrigin.of(request.getRemoteAddr()))) {
            return given(request);
        } catch (ConcurrencyLimit.Full full) {
            return later();
        }
    }

    private ConcurrencyLimit.Turn turn(CallerOrigin caller) throws ConcurrencyLimit.Full {
        return caller.isThisMachine() ? limit.takeForMany() : limit.take(caller);
    }

    private static ResponseEntity<byte[]> later() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .build();
    }

    private ResponseEntity<byte[]> given(HttpServletRequest request) {
        var path = request.getRequestURI().substring(FEED.length());
        int slash = path.indexOf('/');
        // Of a feed itself there is nothing; only what lies below it.
        var answer = NumberedFeed.of(slash < 0 ? "" : path.substring(0, slash))
                .filter(it -> it.audience() == Audience.PUBLIC)
                .map(it -> shelf.answer(it, path.substring(slash + 1)))
                .orElse(PeerShelf.Answer.nothing());
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.parseMediaType(answer.type()))
                .body(answer.content());
    }
}
