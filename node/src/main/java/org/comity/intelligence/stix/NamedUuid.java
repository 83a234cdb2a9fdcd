package org.comity.intelligence.stix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/** Makes the UUID of a name in a namespace, version 5 of RFC 9562: the same name has the same id wherever it is written. */
public final class NamedUuid {

    /** Of cyber-observable objects, as STIX 2.1 section 2.9 says. */
    static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /** Of what else this program writes; STIX keeps the other namespace to observables. */
    static final UUID OURS = UUID.fromString("5a4f1f0e-6f0b-4d53-9a6e-3d0b6b1f7c25");

    private static final int LENGTH = 16;

    private NamedUuid() {}

    /** Of something that this program names. */
    public static UUID ours(String name) {
        return of(OURS, name);
    }

    static UUID of(UUID namespace, String name) {
        var whole = ByteBuffer.allocate(LENGTH + name.getBytes(UTF_8).length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(name.getBytes(UTF_8));
        byte[] hash = Arrays.copyOf(sha1(whole.array()), LENGTH);
        hash[6] = (byte) (hash[6] & 0x0f | 0x50);
        hash[8] = (byte) (hash[8] & 0x3f | 0x80);
        var read = ByteBuffer.wrap(hash);
        return new UUID(read.getLong(), read.getLong());
    }

    /** No seal hangs on it: the RFC names ids by this hash. */
    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
