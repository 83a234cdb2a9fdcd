package org.comity.vocabulary;

import java.util.Map;

/** A State by its two-letter code (ISO 3166-1; XA to XZ are user-assigned and made up). */
public record StateParty(String code) {

    public StateParty {
        if (!code.matches("[A-Z]{2}")) {
            throw new Unknown(code);
        }
    }

    /** The code of a participant's State, with which its id begins, e.g. {@code XB} of {@code XB-2}. */
    public static String codeOf(String participant) {
        return participant.substring(0, 2);
    }

    @Override
    public String toString() {
        return code;
    }

    static final class Unknown extends RuleBroken {
        Unknown(String code) {
            super("state.unknown", Map.of("code", code));
        }
    }
}
