package org.comity.casework.acts;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** An act cannot be held until an hour that is over: it would leave at once, and nobody asked for that. */
final class HoldInThePast extends RuleBroken {

    HoldInThePast() {
        super("draft.hold-in-the-past", Map.of());
    }
}
