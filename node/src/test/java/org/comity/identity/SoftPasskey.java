package org.comity.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** An authenticator in software, which can also lie: another origin, another site, nobody verified, a counter that stays. */
public class SoftPasskey {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final byte[] id = new byte[16];
    private final KeyPair keys;
    public String origin = "http://localhost:0";
    public String site = "localhost";
    public boolean verified = true;
    public int counter = 1;

    public SoftPasskey() {
        try {
            new SecureRandom().nextBytes(id);
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String created(byte[] challenge) {
        var attestation = bytes(
                hex("a363666d74646e6f6e656761747453746d74a0686175746844617461"),
                cborLength(authenticatorData(ATTESTED, attested()).length),
                authenticatorData(ATTESTED, attested()));
        return credential("""
                "attestationObject":"%s","clientDataJSON":"%s","transports":["internal"]
                """.formatted(text(attestation), text(client("webauthn.create", challenge))));
    }

    public String asserted(byte[] challenge) {
        try {
            var data = authenticatorData(0, new byte[0]);
            var client = client("webauthn.get", challenge);
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return credential("""
                    "authenticatorData":"%s","clientDataJSON":"%s","signature":"%s"
                    """.formatted(text(data), text(client), text(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String credential(String response) {
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"response":{%2$s}}
                """.formatted(text(id), response);
    }

    private byte[] client(String type, byte[] challenge) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}
                """.formatted(type, text(challenge), origin).strip().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int flags, byte[] rest) {
        return bytes(
                sha256(site.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) (flags | PRESENT | (verified ? VERIFIED : 0))},
                ByteBuffer.allocate(4).putInt(counter).array(),
                rest);
    }

    private byte[] attested() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return bytes(
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                hex("a5010203262001215820"),
                coordinate(point.getAffineX()),
                hex("225820"),
                coordinate(point.getAffineY()));
    }

    private static byte[] cborLength(int length) {
        return length < 256 ? new byte[] {0x58, (byte) length} : new byte[] {0x59, (byte) (length >> 8), (byte) length};
    }

    private static byte[] coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var padded = new byte[32];
        var length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
