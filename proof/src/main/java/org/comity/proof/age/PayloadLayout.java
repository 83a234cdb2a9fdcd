package org.comity.proof.age;

import java.security.SecureRandom;

/**
 * Reckons where things lie in an age payload: a nonce of 16 bytes, then chunks of 65,536 plain bytes, each with a tag of 16; the last may be shorter, and is empty only if there is nothing else.
 */
public final class PayloadLayout {

    public static final int NONCE = 16;
    public static final int CHUNK = 1 << 16;
    public static final int TAG = 16;
    public static final int SEALED_CHUNK = CHUNK + TAG;

    private PayloadLayout() {}

    public static byte[] nonce() {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    /** How many chunks hold so many plain bytes; nothing still takes one. */
    public static long chunks(long plain) {
        return Math.max(1, (plain + CHUNK - 1) / CHUNK);
    }

    /** Size of the payload of so many plain bytes. */
    public static long size(long plain) {
        return NONCE + plain + chunks(plain) * TAG;
    }

    /** Where a sealed chunk begins, from the payload's first byte. */
    public static long start(long chunk) {
        return NONCE + chunk * SEALED_CHUNK;
    }

    /** Plain bytes in a payload of this size, or -1 if no payload has it. */
    public static long plain(long size) {
        long sealed = size - NONCE;
        if (sealed < TAG) return -1;
        long chunks = (sealed + SEALED_CHUNK - 1) / SEALED_CHUNK;
        long plain = sealed - chunks * TAG;
        return plain >= 0 && size(plain) == size ? plain : -1;
    }
}
