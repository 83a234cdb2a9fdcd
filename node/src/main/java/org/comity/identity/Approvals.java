package org.comity.identity;

import java.time.Instant;
import org.comity.vocabulary.Official;

/** Lets an official approve exactly these bytes: by a passkey assertion, or what the profile allows instead. */
public interface Approvals {

    /**
     * Verifies what the approval page sent over the act's hash and keeps it for oversight.
     *
     * @param act the act's id, 64 hexadecimal characters: the WebAuthn challenge is its 32 bytes
     * @param proof what the form posted
     * @throws org.comity.vocabulary.RuleBroken if it does not count under our profile
     */
    Approval approve(Official by, String act, Proof proof);

    /** JSON of what the official's passkey is asked to sign ({@code navigator.credentials.get}): the 32 bytes of the act's id. */
    String options(Official by, String act);

    /** One of: the JSON of a WebAuthn assertion; password and one-time code; the practice button. */
    sealed interface Proof {
        record Passkey(String assertionJson) implements Proof {}

        /** @param act that the official was shown: a password, unlike a passkey, does not say what it is for */
        record PasswordAndCode(String act, String password, String code) implements Proof {}

        /** Refused outside a practice network. */
        record Practice() implements Proof {}
    }

    /** @param method {@code passkey}, {@code password-and-code}, {@code practice} */
    record Approval(String act, String pseudonym, String method, Instant time) {}
}
