package org.comity.identity.me;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.comity.identity.passkey.PageChallenge;
import org.comity.identity.passkey.PasskeyRefused;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.secret.Secrets;
import org.comity.identity.settings.PracticeGround;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks whoever is signed in to prove once more who they are, before they change a way to sign in or make a token. Else somebody at
 * a browser that was left open makes a key there, and approves with it later in that person's name. A proof is for one change,
 * which is named before it is given, and counts once.
 */
@Component
class ProvingAgain {

    private static final String ATTRIBUTE = "proven-again";

    /** To set up an authenticator program takes a while. */
    private static final Duration HOLDS = Duration.ofMinutes(5);

    private final Passkeys passkeys;
    private final Secrets secrets;
    private final PracticeGround ground;
    private final UsedProofs used;
    private final Clock clock;

    ProvingAgain(Passkeys passkeys, Secrets secrets, PracticeGround ground, UsedProofs used, Clock clock) {
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.ground = ground;
        this.used = used;
        this.clock = clock;
    }

    /** Whoever has no way in at all has none to prove it by: a person of a practice node, who sits down. */
    boolean isAsked(Official by) {
        return !passkeys.of(by.id()).isEmpty() || byPassword(by);
    }

    /** Which change the person has proved to be theirs; null if none. */
    @Nullable
    OwnChange proven(HttpSession session) {
        var proof = given(session);
        return proof == null || !clock.instant().isBefore(proof.at().plus(HOLDS)) ? null : proof.change();
    }

    /** Password and code are there to prove it by. */
    boolean byPassword(Official by) {
        var enrolled = secrets.enrolled(by.id());
        return enrolled.password() && enrolled.code();
    }

    /** The change and the use of its proof are one transaction: what fails may be tried again, and nothing is done twice. */
    @Transactional
    public void with(Official by, HttpSession session, OwnChange change, Runnable done) {
        if (!isAsked(by)) {
            done.run();
            return;
        }
        var proof = given(session);
        if (proof == null
                || !change.equals(proven(session))
                || !used.first(proof.id(), clock.instant(), HOLDS.multipliedBy(2))) {
            throw new ProofMissing();
        }
        done.run();
        session.removeAttribute(ATTRIBUTE);
    }

    /** What the browser asks a passkey for, as JSON: to sign for this change and no other. */
    String options(Person person, HttpSession session, OwnChange change) {
        return passkeys.requestOptions(change.over(PageChallenge.fresh(session)), person);
    }

    @Transactional
    public void byPasskey(Official by, HttpSession session, OwnChange change, String assertion) {
        var challenge = change.over(PageChallenge.take(session));
        if (!passkeys.verify(challenge, assertion).person().equals(by.id())) {
            throw new PasskeyRefused();
        }
        keep(session, change);
    }

    @Transactional
    public void byPasswordAndCode(Official by, HttpSession session, OwnChange change, String password, String code) {
        secrets.prove(by.id(), password, code, null);
        keep(session, change);
    }

    void byButton(HttpSession session, OwnChange change) {
        if (!ground.open()) throw new PasskeyRefused();
        keep(session, change);
    }

    private static @Nullable Proof given(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof String text ? Proof.read(text) : null;
    }

    private void keep(HttpSession session, OwnChange change) {
        session.setAttribute(ATTRIBUTE, new Proof(change, clock.instant(), UUID.randomUUID()).text());
    }

    /** Kept in the session as text. */
    private record Proof(OwnChange change, Instant at, UUID id) {

        static Proof read(String text) {
            var parts = text.split(" ", 3);
            return new Proof(new OwnChange(parts[2]), Instant.parse(parts[1]), UUID.fromString(parts[0]));
        }

        String text() {
            return id + " " + at + " " + change.text();
        }
    }

    static final class ProofMissing extends RuleBroken {
        ProofMissing() {
            super("me.prove-first", Map.of());
        }
    }
}
