package org.comity.proof.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.comity.proof.form.Digests;
import org.comity.proof.seal.TestCertificates;

/** A passkey in software: signs what a browser and a device would sign, right or wrong in one chosen point. */
public final class TestPasskey {

    public static final String ORIGIN = "https://belmora.example:8443";
    public static final int PRESENT_AND_VERIFIED = 0x05;

    /** By their length: primes of that length are long in the finding. */
    private static final Map<Integer, KeyPair> RSA = new ConcurrentHashMap<>();

    public final KeyPair pair;
    private final String algorithm;
    public String origin = ORIGIN;
    public String host = "belmora.example";
    public int flags = PRESENT_AND_VERIFIED;
    public UnaryOperator<String> client = it -> it;

    private TestPasskey(KeyPair pair, String algorithm) {
        this.pair = pair;
        this.algorithm = algorithm;
    }

    public static TestPasskey es256() {
        return new TestPasskey(TestCertificates.pair("secp256r1"), "SHA256withECDSA");
    }

    public static TestPasskey rs256(int bits) {
        return new TestPasskey(RSA.computeIfAbsent(bits, TestPasskey::pair), "SHA256withRSA");
    }

    private static KeyPair pair(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, numbers());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Always the same, under which primes are soon found. */
    private static SecureRandom numbers() throws GeneralSecurityException {
        var numbers = SecureRandom.getInstance("SHA1PRNG");
        numbers.setSeed(17);
        return numbers;
    }

    public byte[] key() {
        return pair.getPublic().getEncoded();
    }

    public String keyHash() {
        return Digests.sha256(key());
    }

    public SeatAssertion approves(String act) {
        byte[] clientData = client.apply(
                        "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                                .formatted(SeatProof.text(HexFormat.of().parseHex(act)), origin))
                .getBytes(UTF_8);
        var data = new ByteArrayOutputStream();
        data.writeBytes(HexFormat.of().parseHex(Digests.sha256(host.getBytes(UTF_8))));
        data.write(flags);
        data.writeBytes(ByteBuffer.allocate(4).putInt(7).array());
        return new SeatAssertion(
                data.toByteArray(),
                clientData,
                "credential".getBytes(UTF_8),
                key(),
                sign(data.toByteArray(), clientData));
    }

    private byte[] sign(byte[] data, byte[] clientData) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(data);
            signature.update(HexFormat.of().parseHex(Digests.sha256(clientData)));
            return signature.sign();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
