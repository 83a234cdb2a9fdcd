package org.comity.identity.me;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** Refuses to make a token for a program: nobody could tell later what it is for, or there are too many. */
final class TokenRefused extends RuleBroken {

    private TokenRefused(String code, Map<String, String> facts) {
        super(code, facts, "name");
    }

    static TokenRefused unnamed(int longest) {
        return new TokenRefused("token.unnamed", Map.of("n", Integer.toString(longest)));
    }

    static TokenRefused full() {
        return new TokenRefused("token.full", Map.of());
    }
}
