package org.comity.ui.press;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** The form came without its one-time token: it was not drawn by us, or only in part. */
final class UnreadableToken extends RuleBroken {
    UnreadableToken() {
        super("form.token", Map.of());
    }
}
