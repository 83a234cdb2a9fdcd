package org.comity.casework.acts;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** Refuses to sign what its signer was not shown, or was shown too long ago: nothing was signed. */
final class NotAsShown extends RuleBroken {

    NotAsShown() {
        super("draft.not-as-shown", Map.of());
    }
}
