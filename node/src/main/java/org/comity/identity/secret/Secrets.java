package org.comity.identity.secret;

import org.jspecify.annotations.Nullable;

/** Keeps and checks passwords and one-time codes: the fallback of those who have no passkey. */
public interface Secrets {

    int SHORTEST_PASSWORD = 12;

    /**
     * Proves the person by password and one-time code. A code counts once.
     *
     * @param address null when the person is already signed in
     * @throws SignInRefused for every cause alike, or while waiting after failures
     */
    void prove(String person, String password, String code, @Nullable String address);

    /** @throws SignInRefused if it is too short */
    void password(String person, String password);

    /** A new secret for an authenticator program; it counts once {@link #enrol} has seen a code of it. */
    byte[] newSecret();

    String base32(byte[] secret);

    /** @throws SignInRefused if the code is not of this secret */
    void enrol(String person, byte[] secret, String code);

    Enrolled enrolled(String person);

    /** Takes password and code away. */
    void forget(String person);

    record Enrolled(boolean password, boolean code) {}
}
