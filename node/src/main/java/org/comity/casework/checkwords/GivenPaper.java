package org.comity.casework.checkwords;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signs which file somebody gave, so that the answer can be read in another language: whoever has only the SHA-256 of a paper
 * cannot make what is signed, and learns nothing.
 */
@Component
class GivenPaper {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String SIGNS = "HmacSHA256";
    private static final int HASH = 32;
    private static final int SIGNED = HASH + Long.BYTES;
    private static final int LONGEST = 120;

    private final Clock clock;
    /** Of this process: what another signed counts here no more than what nobody signed. */
    private final SecretKeySpec key;

    GivenPaper(Clock clock) {
        this.clock = clock;
        var secret = new byte[HASH];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, SIGNS);
    }

    String signed(String sha256) {
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .put(HexFormat.of().parseHex(sha256))
                .putLong(clock.instant().toEpochMilli())
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SIGNED + HASH)
                        .put(signed)
                        .put(mac(signed))
                        .array());
    }

    /** The SHA-256 of the file; empty where this process did not sign it in the last minutes. */
    Optional<String> sha256(String typed) {
        byte[] whole = decoded(typed);
        if (whole.length != SIGNED + HASH) return Optional.empty();
        var read = ByteBuffer.wrap(whole);
        byte[] signed = new byte[SIGNED];
        byte[] mac = new byte[HASH];
        read.get(signed).get(mac);
        if (!MessageDigest.isEqual(mac, mac(signed))) return Optional.empty();
        byte[] hash = new byte[HASH];
        long given = ByteBuffer.wrap(signed).get(hash).getLong();
        return Instant.ofEpochMilli(given).isBefore(clock.instant().minus(PATIENCE))
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(hash));
    }

    private static byte[] decoded(String typed) {
        if (typed.length() > LONGEST) return new byte[0];
        try {
            return Base64.getUrlDecoder().decode(typed);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }

    private byte[] mac(byte[] signed) {
        try {
            var mac = Mac.getInstance(SIGNS);
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
