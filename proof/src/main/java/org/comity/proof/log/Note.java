package org.comity.proof.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text and who signed it (c2sp.org/signed-note). Cosignatures of others are signatures like the first; a reader passes
 * over those whose keys it does not know.
 *
 * @param text ends in a newline
 */
public record Note(String text, List<Signed> signatures) {

    public static final int LARGEST = 1 << 16;
    private static final int MOST = 16;
    private static final Pattern LINE = Pattern.compile("\u2014 ([^\\s+\\p{Z}]+) ([A-Za-z0-9+/=]+)");

    public static Note read(String note) {
        return read(note.getBytes(UTF_8));
    }

    /** Code {@code note} if the bytes are none. */
    public static Note read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new UnreadableNote("note", "too large");
        }
        String all = utf8(bytes);
        if (all.chars().anyMatch(it -> it < 0x20 && it != '\n')) {
            throw new UnreadableNote("note", "control character");
        }
        int blank = all.lastIndexOf("\n\n");
        if (blank < 1 || !all.endsWith("\n")) {
            throw new UnreadableNote("note", "no signatures");
        }
        var signatures = all.substring(blank + 2).lines().map(Note::signature).toList();
        if (signatures.isEmpty() || signatures.size() > MOST) {
            throw new UnreadableNote("note", "%d signatures".formatted(signatures.size()));
        }
        return new Note(all.substring(0, blank + 1), signatures);
    }

    /** @param text ends in a newline */
    public static Note sign(String text, NoteSigner... signers) {
        byte[] bytes = text.getBytes(UTF_8);
        var signatures = new ArrayList<Signed>();
        for (NoteSigner each : signers) {
            byte[] signature = each.sign(bytes);
            byte[] identified = ByteBuffer.allocate(4 + signature.length)
                    .putInt(each.key().id())
                    .put(signature)
                    .array();
            signatures.add(new Signed(each.key().name(), Base64Lines.write(identified)));
        }
        return new Note(text, List.copyOf(signatures));
    }

    public String write() {
        var all = new StringBuilder(text).append('\n');
        signatures.forEach(it -> all.append("\u2014 %s %s\n".formatted(it.name(), it.signature())));
        return all.toString();
    }

    /** Whether this key signed it; one wrong signature of the key is enough for no. */
    public boolean signedBy(NoteKey key) {
        var its = signatures.stream()
                .filter(it -> it.name().equals(key.name()) && it.id() == key.id())
                .toList();
        byte[] bytes = text.getBytes(UTF_8);
        return !its.isEmpty() && its.stream().allMatch(it -> key.verifies(bytes, it.bytes()));
    }

    private static Signed signature(String line) {
        var matched = LINE.matcher(line);
        if (!matched.matches()) {
            throw new UnreadableNote("note", "signature line");
        }
        if (Base64Lines.read(matched.group(2), "note").length <= 4) {
            throw new UnreadableNote("note", "signature");
        }
        return new Signed(matched.group(1), matched.group(2));
    }

    static String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableNote("note", "not UTF-8");
        }
    }

    /** @param signature base64 of the key's id (4 bytes) and what it signed */
    public record Signed(String name, String signature) {

        int id() {
            return ByteBuffer.wrap(Base64Lines.read(signature, "note")).getInt();
        }

        byte[] bytes() {
            byte[] identified = Base64Lines.read(signature, "note");
            return Arrays.copyOfRange(identified, 4, identified.length);
        }
    }
}
