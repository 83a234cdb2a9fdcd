package org.comity.casework.calls;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be done with a call. */
final class CallRefused extends RuleBroken {

    private CallRefused(String code) {
        super(code, Map.of());
    }

    static CallRefused unknown() {
        return new CallRefused("calls.unknown");
    }

    static CallRefused settled() {
        return new CallRefused("calls.settled");
    }
}
