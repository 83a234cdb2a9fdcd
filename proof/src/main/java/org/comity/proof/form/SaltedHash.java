package org.comity.proof.form;

import java.util.HexFormat;
import java.util.Map;

/** Commits to content by its salted hash: {@code sha256 = SHA-256(salt bytes, content)}. Both in hexadecimal. */
public record SaltedHash(String salt, String sha256) {

    public static SaltedHash of(byte[] content) {
        return of(Digests.salt(), content);
    }

    public static SaltedHash of(String salt, byte[] content) {
        return new SaltedHash(salt, Digests.sha256(HexFormat.of().parseHex(salt), content));
    }

    public boolean commitsTo(byte[] content) {
        return of(salt, content).sha256.equals(sha256);
    }

    public Map<String, Object> json() {
        return Map.of("salt", salt, "sha256", sha256);
    }
}
