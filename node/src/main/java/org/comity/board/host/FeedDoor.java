package org.comity.board.host;

import jakarta.servlet.http.HttpServletRequest;
import org.comity.exchange.PeerShelf;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public feeds on the port of the pages, for everybody, and for whoever keeps a mirror. */
@RestController
class FeedDoor {

    private static final String FEED = "/feed/";

    private final FeedShelf shelf;

    FeedDoor(FeedShelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping({FEED + "public/**", FEED + "public-{number:[2-9]}/**"})
    ResponseEntity<byte[]> read(HttpServletRequest request) {
        var path = request.getRequestURI().substring(FEED.length());
        int slash = path.indexOf('/');
        var answer = NumberedFeed.of(path.substring(0, slash))
                .filter(it -> it.audience() == Audience.PUBLIC)
                .map(it -> shelf.answer(it, path.substring(slash + 1)))
                .orElse(PeerShelf.Answer.nothing());
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.parseMediaType(answer.type()))
                .body(answer.content());
    }
}
