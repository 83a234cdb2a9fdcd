package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import org.comity.proof.form.Digests;
import org.comity.proof.form.P256Signature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A passkey in software for a made-up person: what it signs is an assertion like a device's, and is checked like one. It says
 * of itself that it is for practice, and that it can be copied.
 */
record PracticePasskey(byte[] credential, PrivateKey key) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CREDENTIAL = 16;
    private static final byte PRESENT_VERIFIED_COPIED = 0x01 | 0x04 | 0x08;

    /** @param spki of its public part, as a seat keeps it */
    record Fresh(PracticePasskey passkey, byte[] spki) {}

    static Fresh fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            var pair = generator.generateKeyPair();
            var credential = new byte[CREDENTIAL];
            RANDOM.nextBytes(credential);
            return new Fresh(
                    new PracticePasskey(credential, pair.getPrivate()),
                    pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As its file has it: the credential, then the key (PKCS #8). */
    byte[] bytes() {
        var der = key.getEncoded();
        return ByteBuffer.allocate(CREDENTIAL + der.length)
                .put(credential)
                .put(der)
                .array();
    }

    static PracticePasskey read(byte[] file) {
        try {
            var all = ByteBuffer.wrap(file);
            var credential = new byte[CREDENTIAL];
            var der = new byte[file.length - CREDENTIAL];
            all.get(credential).get(der);
            return new PracticePasskey(
                    credential, KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new IllegalStateException("a practice passkey cannot be read", e);
        }
    }

    /** What a browser would post. */
    String asserted(byte[] challenge, String origin) {
        var client = JSON.writeValueAsBytes(Map.of(
                "type",
                "webauthn.get",
                "challenge",
                SeatKeys.text(challenge),
                "origin",
                origin,
                "crossOrigin",
                false,
                "practice",
                true));
        var host = HexFormat.of()
                .parseHex(Digests.sha256(URI.create(origin).getHost().getBytes(UTF_8)));
        var data = ByteBuffer.allocate(host.length + 1 + Integer.BYTES)
                .put(host)
                .put(PRESENT_VERIFIED_COPIED)
                .putInt(0)
                .array();
        var id = SeatKeys.text(credential);
        return JSON.writeValueAsString(Map.of(
                "id",
                id,
                "rawId",
                id,
                "type",
                "public-key",
                "response",
                Map.of(
                        "authenticatorData",
                        SeatKeys.text(data),
                        "clientDataJSON",
                        SeatKeys.text(client),
                        "signature",
                        SeatKeys.text(signed(data, client)))));
    }

    private byte[] signed(byte[] data, byte[] client) {
        return P256Signature.sign(key, data, HexFormat.of().parseHex(Digests.sha256(client)));
    }
}
