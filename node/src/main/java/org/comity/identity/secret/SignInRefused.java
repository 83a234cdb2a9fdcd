package org.comity.identity.secret;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** Sign-in, or a proof by password and code, did not succeed. One answer for all causes; only waiting is told. */
public final class SignInRefused extends RuleBroken {

    /** Whoever failed too often is told to wait. */
    public static final String WAIT = "sign-in.wait";

    private SignInRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    private SignInRefused(String code, Map<String, String> facts, String field) {
        super(code, facts, field);
    }

    public static SignInRefused wrong() {
        return new SignInRefused("sign-in.refused", Map.of());
    }

    public static SignInRefused notTheCode() {
        return new SignInRefused("sign-in.second-code", Map.of());
    }

    static SignInRefused waiting(long minutes) {
        return new SignInRefused(WAIT, Map.of("minutes", Long.toString(minutes)));
    }

    static SignInRefused weak(int shortest) {
        return new SignInRefused("sign-in.weak-password", Map.of("shortest", Integer.toString(shortest)), "password");
    }
}
