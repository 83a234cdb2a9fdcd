package org.comity.proof;

import java.util.HexFormat;
import java.util.Map;

/** A salted commitment: {@code sha256 = SHA-256(salt bytes, content)}. Both in hexadecimal. */
public record Salted(String salt, String sha256) {

    public static Salted of(byte[] content) {
        return of(Digests.salt(), content);
    }

    public static Salted of(String salt, byte[] content) {
        return new Salted(salt, Digests.sha256(HexFormat.of().parseHex(salt), content));
    }

    public boolean commitsTo(byte[] content) {
        return of(salt, content).sha256.equals(sha256);
    }

    Map<String, Object> json() {
        return Map.of("salt", salt, "sha256", sha256);
    }
}
