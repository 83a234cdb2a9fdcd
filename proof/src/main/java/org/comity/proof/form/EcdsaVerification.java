package org.comity.proof.form;

import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.NullDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;

/**
 * Has Bouncy Castle verify ECDSA signatures with P-256 and SHA-256 wherever Java is asked to: in a fifth of the JDK's time,
 * where that has no AVX-512 IFMA. Other curves, and signing, stay with the JDK. A signature has one encoding: the shortest
 * DER, or in XML exactly 64 bytes.
 */
public final class EcdsaVerification extends Provider {

    /** To be put before the others ({@code Security.insertProviderAt(…, 1)}). */
    public EcdsaVerification() {
        super("ComityEcdsaVerification", "1", "ECDSA verification by Bouncy Castle");
        putService(new Verification("SHA256withECDSA", "1.2.840.10045.4.3.2", "OID.1.2.840.10045.4.3.2"));
        // What XML signatures ask for: the two numbers, one behind the other.
        putService(new Verification("SHA256withECDSAinP1363Format"));
        // What Bouncy Castle's CMS asks for beside the first.
        putService(new Verification("NONEwithECDSA"));
    }

    private final class Verification extends Service {

        private Verification(String algorithm, String... aliases) {
            super(
                    EcdsaVerification.this,
                    "Signature",
                    algorithm,
                    Verifying.class.getName(),
                    List.of(aliases),
                    Map.of("SupportedKeyClasses", "java.security.interfaces.ECPublicKey"));
        }

        @Override
        public Object newInstance(Object parameter) {
            return switch (getAlgorithm()) {
                case "SHA256withECDSA" -> new Verifying(new SHA256Digest(), StandardDSAEncoding.INSTANCE);
                case "SHA256withECDSAinP1363Format" -> new Verifying(new SHA256Digest(), PlainDSAEncoding.INSTANCE);
                default -> new Verifying(new NullDigest(), StandardDSAEncoding.INSTANCE);
            };
        }
    }

    private static final class Verifying extends SignatureSpi {

        private final DSADigestSigner by;

        private Verifying(Digest digest, DSAEncoding encoding) {
            this.by = new DSADigestSigner(new ECDSASigner(), digest, encoding);
        }

        /** Where this refuses, Java asks the next provider. */
        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            if (!P256.has(key)) throw new InvalidKeyException("not a P-256 key");
            by.init(false, ECUtil.generatePublicKeyParameter(key));
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            throw new InvalidKeyException("nothing is signed here");
        }

        @Override
        protected void engineUpdate(byte one) {
            by.update(one);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {
            by.update(bytes, from, length);
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return by.verifySignature(signature);
        }

        @Override
        protected byte[] engineSign() {
            throw new IllegalStateException("nothing is signed here");
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new InvalidParameterException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new InvalidParameterException(name);
        }
    }
}
