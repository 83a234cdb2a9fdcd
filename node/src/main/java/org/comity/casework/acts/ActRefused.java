package org.comity.casework.acts;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** There is no such step in the procedure of this request. */
final class ActRefused extends RuleBroken {

    ActRefused(String reference) {
        super("act.unknown", Map.of("reference", reference));
    }
}
