package org.comity.identity.passkey;

import java.time.Instant;
import java.util.List;
import org.comity.identity.person.Person;

/**
 * Registers and verifies the passkeys of this node's people, bound to its origin; the person is always verified by the authenticator.
 */
public interface Passkeys {

    int LARGEST = 20_000;

    /** JSON for {@code navigator.credentials.create} over the challenge. */
    String creationOptions(Person person, byte[] challenge);

    /**
     * Keeps the passkey that the browser made over the challenge.
     *
     * @throws PasskeyRefused if it is not one, or was made for something else
     */
    void register(Person person, byte[] challenge, String label, String credential);

    /** JSON for {@code navigator.credentials.get}, for any passkey of this node. */
    String requestOptions(byte[] challenge);

    /** The same, for the passkeys of this person. */
    String requestOptions(byte[] challenge, Person person);

    /**
     * Verifies an assertion over the challenge: origin, signature, person verified, counter risen.
     *
     * @throws PasskeyRefused if anything is not as it must be
     */
    Verified verify(byte[] challenge, String assertion);

    /** The oldest first, at most 20. */
    List<Passkey> of(String person);

    /** Changes nothing if it is another person's. */
    void rename(String person, byte[] credential, String label);

    void remove(String person, byte[] credential);

    /** Of a leaver too. */
    void removeAll(String person);

    record Verified(String person, byte[] credential) {}

    /** @param added when it was made */
    record Passkey(byte[] credential, String label, Instant added, Instant lastUsed) {

        /** Stands in the place of a name that its owner has not given. */
        public static final String UNNAMED = "–";

        /** As its owner calls it; empty if they do not. */
        public String name() {
            return label.equals(UNNAMED) ? "" : label;
        }
    }
}
