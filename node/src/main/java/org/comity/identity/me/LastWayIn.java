package org.comity.identity.me;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** Removing this passkey would lock its owner out. */
final class LastWayIn extends RuleBroken {

    LastWayIn() {
        super("passkey.last-way-in", Map.of());
    }
}
