package org.comity.identity.me;

import org.comity.ui.FormProblems;

/**
 * The page behind a one-time link.
 *
 * @param options what the browser makes a passkey by, as JSON
 * @param secret for an authenticator program, base32
 * @param coded the code of the second person has to be shown
 * @param address the same as an {@code otpauth} address
 */
public record EnrolView(
        String token,
        String name,
        String options,
        String secret,
        String address,
        boolean coded,
        FormProblems problems) {}
