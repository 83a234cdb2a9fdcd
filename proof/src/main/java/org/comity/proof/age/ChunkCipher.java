package org.comity.proof.age;

import com.exceptionfactory.jagged.FileKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/** Seals and opens single chunks of one payload (STREAM with ChaCha20-Poly1305). Not for two threads. */
public final class ChunkCipher {

    private final SecretKey key;
    private final Cipher cipher;

    public ChunkCipher(FileKey fileKey, byte[] nonce) {
        if (nonce.length != PayloadLayout.NONCE)
            throw new IllegalArgumentException("Nonce of %d".formatted(nonce.length));
        key = KeyDerivation.key(fileKey, nonce, "payload", "ChaCha20");
        try {
            cipher = Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return bytes written at {@code at}: {@code length} and the tag */
    public int seal(long chunk, boolean last, byte[] plain, int offset, int length, byte[] into, int at) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter(chunk, last)));
            return cipher.doFinal(plain, offset, length, into, at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return plain bytes written at {@code at}; nothing of a chunk that is not authentic is given out */
    public int open(long chunk, boolean last, byte[] sealed, int offset, int length, byte[] into, int at)
            throws AEADBadTagException {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(counter(chunk, last)));
            return cipher.doFinal(sealed, offset, length, into, at);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw (AEADBadTagException) new AEADBadTagException("Chunk %d".formatted(chunk)).initCause(e);
        }
    }

    /** Eleven bytes that count, and one that says whether the chunk is the last. */
    private static byte[] counter(long chunk, boolean last) {
        return ByteBuffer.allocate(12)
                .putLong(3, chunk)
                .put(11, (byte) (last ? 1 : 0))
                .array();
    }
}
