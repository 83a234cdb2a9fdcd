package org.comity.proof.log;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;

/** Signers made with the JDK alone, so that our reading is measured against another implementation. */
public final class TestSigner {

    private TestSigner() {}

    public static NoteSigner ed25519(String name) {
        try {
            return ed25519(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last 32 bytes of the DER are the key as RFC 8032 writes it. */
    private static NoteSigner ed25519(String name, KeyPair pair) {
        byte[] der = pair.getPublic().getEncoded();
        return signer(
                NoteKey.ed25519(name, Arrays.copyOfRange(der, der.length - 32, der.length)),
                "Ed25519",
                pair.getPrivate());
    }

    /** The same key under another name. */
    public static NoteSigner under(NoteSigner signer, String name) {
        return new NoteSigner() {
            @Override
            public NoteKey key() {
                return signer.key().under(name);
            }

            @Override
            public byte[] sign(byte[] text) {
                return signer.sign(text);
            }
        };
    }

    public static NoteSigner signer(NoteKey key, String algorithm, PrivateKey secret) {
        return new NoteSigner() {
            @Override
            public NoteKey key() {
                return key;
            }

            @Override
            public byte[] sign(byte[] text) {
                try {
                    var signature = Signature.getInstance(algorithm);
                    signature.initSign(secret);
                    signature.update(text);
                    return signature.sign();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
