package org.comity.identity.me;

import java.time.Instant;
import java.util.List;
import org.comity.identity.passkey.Passkeys.Passkey;
import org.comity.identity.person.Person;
import org.comity.identity.secret.ApiTokens.ApiToken;
import org.comity.identity.secret.Secrets.Enrolled;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of themselves.
 *
 * @param asked they prove who they are before each change of how they sign in
 * @param proven the change for which they have proved it; empty if none
 * @param options what the browser makes a passkey by, as JSON
 * @param secret for an authenticator program, base32; {@code address} the same as an {@code otpauth} address
 * @param token an API token just made; shown once
 */
public record MeView(
        Person person,
        List<PasskeyRow> passkeys,
        Enrolled enrolled,
        boolean asked,
        String proven,
        String options,
        String secret,
        String address,
        List<ApiToken> tokens,
        List<SeatRow> sessions,
        @Nullable String token) {

    /** Whether the form of this change is shown; else the way to prove it first. */
    public boolean open(String change) {
        return !asked || proven.equals(change);
    }

    /** @param id the credential's id, base64url */
    public record PasskeyRow(String id, Passkey passkey) {}

    /** @param here this very session */
    public record SeatRow(Instant opened, Instant lastSeen, boolean here) {}
}
