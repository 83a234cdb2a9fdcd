package org.comity.ui.live;

import java.util.Optional;
import org.comity.ui.CurrentOfficial;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code GET /events}: what changed, to officials only. */
@Controller
class EventsController {

    private final LiveHub hub;
    private final ObjectProvider<CurrentOfficial> officials;

    EventsController(LiveHub hub, ObjectProvider<CurrentOfficial> officials) {
        this.hub = hub;
        this.officials = officials;
    }

    /** 204: nobody is signed in. 503: there are too many. The page asks again after either, at most once in a minute or so. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        var official = Optional.ofNullable(officials.getIfAvailable()).flatMap(CurrentOfficial::official);
        if (official.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        return hub.open(official.get(), last)
                .map(it -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no")
                        .body(it))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }
}
