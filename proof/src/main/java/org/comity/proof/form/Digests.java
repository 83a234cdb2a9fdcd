package org.comity.proof.form;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Hashes by SHA-256 into lower-case hexadecimal, 64 characters, the only digest of the protocol. */
public final class Digests {

    private static final int BUFFER = 1 << 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Digests() {}

    public static String sha256(byte[]... parts) {
        var digest = begin();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of all that comes, however much; it is not closed. */
    public static String sha256(InputStream in) throws IOException {
        return sha256(in, Long.MAX_VALUE);
    }

    /** Of so many bytes, or of all where fewer come; no more are read. */
    public static String sha256(InputStream in, long most) throws IOException {
        var digest = begin();
        byte[] bytes = new byte[BUFFER];
        long left = most;
        for (int n = 0; n >= 0 && left > 0; n = in.read(bytes, 0, (int) Math.min(BUFFER, left))) {
            digest.update(bytes, 0, n);
            left -= n;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** For what comes in parts. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sixteen random bytes in hexadecimal: a salt keeps a short body from being guessed by its hash. */
    public static String salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
