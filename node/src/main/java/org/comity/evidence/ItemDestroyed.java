package org.comity.evidence;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Refuses an item that was declared destroyed: nothing of it is shown or passed on, and only its record is here.
 */
@ResponseStatus(HttpStatus.GONE)
public final class ItemDestroyed extends RuleBroken {

    public ItemDestroyed() {
        super("evidence.destroyed", Map.of());
    }
}
