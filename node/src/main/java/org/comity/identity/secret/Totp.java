package org.comity.identity.secret;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes one-time codes by RFC 6238: six digits, thirty seconds, one step of tolerance either way. */
final class Totp {

    private static final int SECONDS = 30;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The step at which the code is right, if there is one near {@code now}. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        var current = now.getEpochSecond() / SECONDS;
        return LongStream.of(current, current - 1, current + 1)
                .filter(step -> MessageDigest.isEqual(code(secret, step, 6).getBytes(), code.getBytes()))
                .findFirst();
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As authenticator programs want it (RFC 4648, without padding). */
    static String base32(byte[] secret) {
        var text = new StringBuilder();
        var buffer = 0L;
        var bits = 0;
        for (var next : secret) {
            buffer = buffer << 8 | next & 0xff;
            bits += 8;
            while (bits >= 5) {
                text.append(ALPHABET.charAt((int) (buffer >> bits - 5 & 31)));
                bits -= 5;
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((int) (buffer << 5 - bits & 31))).toString();
    }
}
