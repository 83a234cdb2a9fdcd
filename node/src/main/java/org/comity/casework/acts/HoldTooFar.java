package org.comity.casework.acts;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** An act cannot be held for more than a year: a wrong year is likelier than a plan, and it would never leave. */
final class HoldTooFar extends RuleBroken {

    HoldTooFar() {
        super("draft.hold-too-far", Map.of());
    }
}
