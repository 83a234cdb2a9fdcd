package org.comity.proof.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.comity.proof.form.P256Signature;

/**
 * A key that verifies notes under one name (c2sp.org/signed-note): Ed25519 (type 0x01), or ECDSA P-256 with SHA-256 (type
 * 0x02).
 */
public final class NoteKey {

    private static final byte ED25519 = 1;
    private static final int ED25519_LENGTH = 32;
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x2a\\x2c-\\x7e]{1,200}");

    private final String name;
    private final int id;
    private final byte[] ed25519;
    private final Verifying verifying;

    private NoteKey(String name, int id, byte[] ed25519, Verifying verifying) {
        if (!NAME.matcher(name).matches()) {
            throw new UnreadableNote("note-key", "name");
        }
        this.name = name;
        this.id = id;
        this.ed25519 = ed25519;
        this.verifying = verifying;
    }

    /** @param key 32 bytes (RFC 8032) */
    public static NoteKey ed25519(String name, byte[] key) {
        if (key.length != ED25519_LENGTH) {
            throw new UnreadableNote("note-key", "length");
        }
        Ed25519PublicKeyParameters point;
        try {
            point = new Ed25519PublicKeyParameters(key);
        } catch (IllegalArgumentException e) {
            throw new UnreadableNote("note-key", "no point");
        }
        int id = first(digest((name + "\n").getBytes(UTF_8), new byte[] {ED25519}, key));
        return new NoteKey(name, id, key.clone(), (text, signature) -> {
            var verifier = new Ed25519Signer();
            verifier.init(false, point);
            verifier.update(text, 0, text.length);
            return verifier.verifySignature(signature);
        });
    }

    /** @param key on P-256; its id is the hash of its DER alone */
    public static NoteKey ecdsa(String name, PublicKey key) {
        if (!(key instanceof ECPublicKey)) {
            throw new UnreadableNote("note-key", "not an elliptic curve");
        }
        return new NoteKey(
                name,
                first(digest(key.getEncoded())),
                new byte[0],
                (text, signature) -> P256Signature.holds(text, signature, key));
    }

    /** Reads {@link #text}. */
    public static NoteKey read(String text) {
        var parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new UnreadableNote("note-key", "three parts");
        }
        byte[] typed = Base64Lines.read(parts[2], "note-key");
        if (typed.length != ED25519_LENGTH + 1 || typed[0] != ED25519) {
            throw new UnreadableNote("note-key", "type");
        }
        var key = ed25519(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text().equals(text)) {
            throw new UnreadableNote("note-key", "id");
        }
        return key;
    }

    /** The verifier key as every reader of notes takes it: name, id and key. */
    public String text() {
        if (ed25519.length == 0) {
            throw new IllegalStateException("Only an Ed25519 key has this form");
        }
        byte[] typed = ByteBuffer.allocate(ED25519_LENGTH + 1)
                .put(ED25519)
                .put(ed25519)
                .array();
        return "%s+%s+%s".formatted(name, HexFormat.of().toHexDigits(id), Base64Lines.write(typed));
    }

    /** The same key under another name: a log signs each of its epochs under the epoch's own. */
    public NoteKey under(String other) {
        if (ed25519.length == 0) {
            throw new IllegalStateException("Only an Ed25519 key has more names than one");
        }
        return ed25519(other, ed25519);
    }

    public String name() {
        return name;
    }

    int id() {
        return id;
    }

    boolean verifies(byte[] text, byte[] signature) {
        return verifying.verifies(text, signature);
    }

    private static byte[] digest(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int first(byte[] hash) {
        return ByteBuffer.wrap(hash).getInt();
    }

    private interface Verifying {
        boolean verifies(byte[] text, byte[] signature);
    }
}
