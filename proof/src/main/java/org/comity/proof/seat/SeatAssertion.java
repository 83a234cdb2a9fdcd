package org.comity.proof.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.P256;
import org.comity.proof.form.StrictReading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A passkey's assertion, exactly as the browser gave it (R153, R155): what the device signed, and by which key.
 *
 * @param key the SubjectPublicKeyInfo of the passkey, ES256 or RS256
 */
public record SeatAssertion(
        byte[] authenticatorData, byte[] clientDataJson, byte[] credential, byte[] key, byte[] signature) {

    static final Set<String> FIELDS = Set.of("authenticatorData", "clientDataJSON", "credential", "key", "signature");

    private static final int HASH_LENGTH = 32;
    private static final int SHORTEST_DATA = 37;
    private static final int LONGEST_DATA = 1024;
    private static final int LONGEST_CLIENT_DATA = 4096;
    private static final int LONGEST_KEY = 1024;
    private static final int LONGEST_NUMBER = 20;
    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_RSA = 4096;
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int COPIED = 0x08;

    private static final JsonMapper CLIENT_DATA = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(CanonicalJson.DEEPEST)
                            .maxStringLength(LONGEST_CLIENT_DATA)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What the browser said it did. */
    private record ClientData(String type, String challenge, String origin, boolean elsewhere) {}

    static SeatAssertion read(@Nullable Object value) {
        var json = StrictReading.object("assertions", value);
        StrictReading.only(json, FIELDS);
        var assertion = new SeatAssertion(
                SeatProof.bytes(json, "authenticatorData", LONGEST_DATA),
                SeatProof.bytes(json, "clientDataJSON", LONGEST_CLIENT_DATA),
                SeatProof.bytes(json, "credential", LONGEST_DATA),
                SeatProof.bytes(json, "key", LONGEST_KEY),
                SeatProof.bytes(json, "signature", LONGEST_DATA));
        assertion.check();
        return assertion;
    }

    /** Whether it is over these bytes, made on pages of this origin, by a person whom the device knew. */
    public boolean proves(byte[] challenge, String origin) {
        try {
            check();
            return clientData().challenge.equals(SeatProof.text(challenge))
                    && madeAt(origin)
                    && personVerified()
                    && signed();
        } catch (Malformed e) {
            return false;
        }
    }

    private void check() {
        if (authenticatorData.length < SHORTEST_DATA) throw new Malformed("field", "authenticatorData");
        if (publicKey().isEmpty()) throw new Malformed("field", "key");
        var said = clientData();
        if (!said.type.equals("webauthn.get") || said.elsewhere) throw new Malformed("field", "clientDataJSON");
    }

    Map<String, Object> json() {
        return Map.of(
                "authenticatorData", SeatProof.text(authenticatorData),
                "clientDataJSON", SeatProof.text(clientDataJson),
                "credential", SeatProof.text(credential),
                "key", SeatProof.text(key),
                "signature", SeatProof.text(signature));
    }

    /** SHA-256 of the key, as acts name it. */
    public String keyHash() {
        return Digests.sha256(key);
    }

    boolean challenges(String act) {
        return clientData().challenge.equals(SeatProof.text(HexFormat.of().parseHex(act)));
    }

    boolean madeAt(String origin) {
        var host = SeatProof.host(origin);
        return clientData().origin.equals(origin)
                && host.isPresent()
                && Digests.sha256(host.get().getBytes(UTF_8))
                        .equals(HexFormat.of().formatHex(authenticatorData, 0, HASH_LENGTH));
    }

    boolean personVerified() {
        return flag(PRESENT) && flag(VERIFIED);
    }

    /** Whether the key can be copied to other devices, as its device says. */
    public boolean mayBeCopied() {
        return flag(COPIED);
    }

    private boolean flag(int bit) {
        return (authenticatorData[HASH_LENGTH] & bit) != 0;
    }

    boolean signed() {
        var by = publicKey();
        if (by.isEmpty()) return false;
        try {
            var check = Signature.getInstance(by.get() instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA");
            check.initVerify(by.get());
            check.update(authenticatorData);
            check.update(HexFormat.of().parseHex(Digests.sha256(clientDataJson)));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Of a kind that a seat may have, in its one encoding. */
    private Optional<PublicKey> publicKey() {
        return publicKey(key);
    }

    /** Reads a SubjectPublicKeyInfo of ES256 or RS256; nothing if it is another, or written in another way. */
    public static Optional<PublicKey> publicKey(byte[] key) {
        for (var kind : Set.of("EC", "RSA")) {
            try {
                var read = KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(key));
                boolean right = read instanceof RSAPublicKey rsa
                        ? rsa.getModulus().bitLength() >= SHORTEST_RSA
                                && rsa.getModulus().bitLength() <= LONGEST_RSA
                        : P256.has(read);
                if (right && Arrays.equals(read.getEncoded(), key)) return Optional.of(read);
            } catch (GeneralSecurityException e) {
                // Of the other kind, or of none.
            }
        }
        return Optional.empty();
    }

    private ClientData clientData() {
        Map<?, ?> said;
        try {
            said = CLIENT_DATA.readValue(clientDataJson, Map.class);
        } catch (JacksonException e) {
            // Its message quotes the content.
            throw new Malformed("field", "clientDataJSON");
        }
        if (said == null
                || !(said.get("type") instanceof String type)
                || !(said.get("challenge") instanceof String challenge)
                || !(said.get("origin") instanceof String origin)) {
            throw new Malformed("field", "clientDataJSON");
        }
        var crossed = said.get("crossOrigin");
        boolean elsewhere = crossed != null && !Boolean.FALSE.equals(crossed) || said.containsKey("topOrigin");
        return new ClientData(type, challenge, origin, elsewhere);
    }
}
