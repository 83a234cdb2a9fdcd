package org.comity.casework.compose;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** There is no such page of a new request, or it names what does not bind both, or whom it is not for. */
final class ComposeRefused extends RuleBroken {

    private ComposeRefused(String code) {
        super(code, Map.of());
    }

    static ComposeRefused unknownProcedure() {
        return new ComposeRefused("compose.unknown");
    }

    static ComposeRefused wrongKind() {
        return new ComposeRefused("compose.wrong-kind");
    }

    static ComposeRefused boundNot() {
        return new ComposeRefused("compose.bound-not");
    }
}
