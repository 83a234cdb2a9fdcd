package org.comity.board.host;

import jakarta.servlet.http.HttpServletRequest;
import org.comity.proof.feed.Audience;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public feed on the port of the pages, for everybody, and for whoever keeps a mirror. */
@RestController
class FeedDoor {

    private static final String PUBLIC = "/feed/public/";

    private final FeedShelf shelf;

    FeedDoor(FeedShelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping(PUBLIC + "**")
    ResponseEntity<byte[]> read(HttpServletRequest request) {
        var answer = shelf.answer(Audience.PUBLIC, request.getRequestURI().substring(PUBLIC.length()));
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.parseMediaType(answer.type()))
                .body(answer.content());
    }
}
