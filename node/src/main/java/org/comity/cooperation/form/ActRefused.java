package org.comity.cooperation.form;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** There is no such request, or no such step in its procedure. */
final class ActRefused extends RuleBroken {

    ActRefused(String reference) {
        super("request.unknown", Map.of("reference", reference));
    }
}
