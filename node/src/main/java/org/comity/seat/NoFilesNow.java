package org.comity.seat;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Says that nothing can be handed over in a thread: it is closed, it wants something else now, or the authority has a node of its own. */
@ResponseStatus(HttpStatus.GONE)
final class NoFilesNow extends RuleBroken {

    NoFilesNow() {
        super("seat.no-files-now", Map.of());
    }
}
