package org.comity.proof.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.bouncycastle.crypto.hpke.HPKE;

/**
 * Computes the one HPKE suite of the age stanza {@code mlkem768x25519}; its lengths are fixed by the specification.
 */
final class HybridKem {

    static final String STANZA = "mlkem768x25519";
    static final byte[] INFO = "age-encryption.org/mlkem768x25519".getBytes(US_ASCII);
    static final byte[] NO_AAD = {};
    static final int RECIPIENT_LENGTH = 1216;
    static final int IDENTITY_LENGTH = 32;
    static final int ENCAPSULATED_LENGTH = 1120;
    static final int WRAPPED_LENGTH = 32;

    private HybridKem() {}

    static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_MLKEM768_X25519, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }
}
