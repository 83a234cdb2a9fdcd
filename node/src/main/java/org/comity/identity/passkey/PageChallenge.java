package org.comity.identity.passkey;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;

/** Keeps the random challenge of one page in the session; it is taken once. */
public final class PageChallenge {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ATTRIBUTE = "passkey-challenge";

    private PageChallenge() {}

    public static byte[] fresh(HttpSession session) {
        var challenge = new byte[32];
        RANDOM.nextBytes(challenge);
        session.setAttribute(ATTRIBUTE, challenge);
        return challenge;
    }

    /** @throws PasskeyRefused if there is none: the page is old, or was sent twice */
    public static byte[] take(HttpSession session) {
        var challenge = (byte[]) session.getAttribute(ATTRIBUTE);
        if (challenge == null) {
            throw new PasskeyRefused();
        }
        session.removeAttribute(ATTRIBUTE);
        return challenge;
    }
}
