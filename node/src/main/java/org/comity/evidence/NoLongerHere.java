package org.comity.evidence;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The item was declared destroyed: nothing of it is shown or passed on, and only its record is here. */
@ResponseStatus(HttpStatus.GONE)
public final class NoLongerHere extends RuleBroken {

    public NoLongerHere() {
        super("evidence.destroyed", Map.of());
    }
}
