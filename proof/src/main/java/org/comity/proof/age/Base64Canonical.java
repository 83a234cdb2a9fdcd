package org.comity.proof.age;

import java.security.GeneralSecurityException;
import java.util.Base64;

/** Base64 without padding and with exactly one spelling per value; the JDK's decoder alone accepts several. */
final class Base64Canonical {

    private Base64Canonical() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] decode(String text) throws GeneralSecurityException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("Base64 refused", e);
        }
        throw new GeneralSecurityException("Base64 is not canonical");
    }
}
