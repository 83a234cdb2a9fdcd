package org.comity.casework.emergency;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A draft of something else than a request that the page of emergencies writes. */
final class EmergencyRefused extends RuleBroken {

    EmergencyRefused(String draft) {
        super("draft.unknown", Map.of("draft", draft));
    }
}
