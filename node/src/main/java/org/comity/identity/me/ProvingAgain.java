package org.comity.identity.me;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.comity.identity.passkey.PageChallenge;
import org.comity.identity.passkey.PasskeyRefused;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.secret.Secrets;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks whoever is signed in to prove once more who they are, before they get another way to sign in. Else somebody at a browser
 * that was left open makes a key there, and approves with it later in that person's name.
 */
@Component
class ProvingAgain {

    private static final String ATTRIBUTE = "proven-again";

    /** To set up an authenticator program takes a while. */
    private static final Duration HOLDS = Duration.ofMinutes(5);

    private final Passkeys passkeys;
    private final Secrets secrets;
    private final Clock clock;

    ProvingAgain(Passkeys passkeys, Secrets secrets, Clock clock) {
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whoever has no way in at all has none to prove it by: a person of a practice node, who sits down. */
    boolean isAsked(Official by, HttpSession session) {
        return !holds(session) && (!passkeys.of(by.id()).isEmpty() || byPassword(by));
    }

    /** Password and code are there to prove it by. */
    boolean byPassword(Official by) {
        var enrolled = secrets.enrolled(by.id());
        return enrolled.password() && enrolled.code();
    }

    void must(Official by, HttpSession session) {
        if (isAsked(by, session)) throw new ProofMissing();
    }

    /** For one change. */
    void used(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    @Transactional
    public void byPasskey(Official by, HttpSession session, String assertion) {
        if (!passkeys.verify(PageChallenge.take(session), assertion).person().equals(by.id())) {
            throw new PasskeyRefused();
        }
        proven(session);
    }

    @Transactional
    public void byPasswordAndCode(Official by, HttpSession session, String password, String code) {
        secrets.prove(by.id(), password, code, null);
        proven(session);
    }

    private void proven(HttpSession session) {
        session.setAttribute(ATTRIBUTE, clock.instant().getEpochSecond());
    }

    private boolean holds(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Long at
                && clock.instant().isBefore(Instant.ofEpochSecond(at).plus(HOLDS));
    }

    static final class ProofMissing extends RuleBroken {
        ProofMissing() {
            super("me.prove-first", Map.of());
        }
    }
}
