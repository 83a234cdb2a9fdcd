package org.comity.proof.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.exceptionfactory.jagged.FileKey;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Derives keys from a file key by HKDF-SHA-256; 32 bytes. */
public final class KeyDerivation {

    private static final int LENGTH = 32;

    private KeyDerivation() {}

    public static byte[] bytes(FileKey fileKey, byte[] salt, String info) {
        return key(fileKey, salt, info, "Generic").getEncoded();
    }

    static SecretKey key(FileKey fileKey, byte[] salt, String info, String algorithm) {
        try {
            var spec = HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(fileKey.getEncoded(), "HKDF"))
                    .addSalt(salt)
                    .thenExpand(info.getBytes(US_ASCII), LENGTH);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
