package org.comity.proof.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;

/**
 * The header of an age file, apart from its payload: read, opened, and written anew for another recipient. (jagged reads
 * and writes headers together with a payload only.)
 */
public final class AgeHeader {

    /** A header is read before anything is authenticated, so it needs a limit: about 40 hybrid recipients. */
    public static final int LARGEST = 1 << 16;

    private static final String VERSION = "age-encryption.org/v1";
    private static final int COLUMNS = 64;
    private static final int MAC_LENGTH = 32;

    private final List<RecipientStanza> stanzas;
    private final byte[] bytes;
    private final int authenticated;
    private final byte[] mac;

    private AgeHeader(List<RecipientStanza> stanzas, byte[] bytes, int authenticated, byte[] mac) {
        this.stanzas = List.copyOf(stanzas);
        this.bytes = bytes;
        this.authenticated = authenticated;
        this.mac = mac;
    }

    /** A header and nothing behind it. */
    public static AgeHeader of(byte[] bytes) throws GeneralSecurityException {
        try {
            var header = read(new java.io.ByteArrayInputStream(bytes));
            if (header.bytes.length != bytes.length) throw refused("bytes behind it");
            return header;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** Leaves {@code in} at the first byte of the payload. */
    public static AgeHeader read(InputStream in) throws IOException, GeneralSecurityException {
        var raw = new ByteArrayOutputStream();
        if (!line(in, raw).equals(VERSION)) throw refused("version");
        var stanzas = new ArrayList<RecipientStanza>();
        while (true) {
            int start = raw.size();
            String line = line(in, raw);
            if (line.startsWith("--- ")) {
                byte[] mac = Base64Canonical.decode(line.substring(4));
                if (mac.length != MAC_LENGTH || stanzas.isEmpty()) throw refused("end");
                return new AgeHeader(stanzas, raw.toByteArray(), start + 3, mac);
            }
            if (!line.startsWith("-> ")) throw refused("stanza");
            List<String> words = List.of(line.substring(3).split(" ", -1));
            if (words.stream().anyMatch(AgeHeader::notVisible)) throw refused("argument");
            stanzas.add(new Stanza(words, body(in, raw)));
        }
    }

    /** A new header for one payload. All recipients are named anew; nothing is copied from an old header. */
    public static AgeHeader write(FileKey fileKey, List<? extends RecipientStanzaWriter> recipients)
            throws GeneralSecurityException {
        var text = new StringBuilder(VERSION).append('\n');
        var stanzas = new ArrayList<RecipientStanza>();
        for (RecipientStanzaWriter recipient : recipients) {
            for (RecipientStanza stanza : recipient.getRecipientStanzas(fileKey)) {
                stanzas.add(stanza);
                append(text, stanza);
            }
        }
        if (stanzas.isEmpty()) throw refused("no recipient");
        text.append("---");
        int authenticated = text.length();
        byte[] mac = mac(fileKey, text.toString().getBytes(ISO_8859_1), authenticated);
        text.append(' ').append(Base64Canonical.encode(mac)).append('\n');
        return new AgeHeader(stanzas, text.toString().getBytes(ISO_8859_1), authenticated, mac);
    }

    private static void append(StringBuilder text, RecipientStanza stanza) {
        text.append("-> ").append(stanza.getType());
        stanza.getArguments().forEach(it -> text.append(' ').append(it));
        text.append('\n');
        String body = Base64Canonical.encode(stanza.getBody());
        int at = 0;
        for (; body.length() - at >= COLUMNS; at += COLUMNS) {
            text.append(body, at, at + COLUMNS).append('\n');
        }
        // The last line of a body is shorter than the others, and empty if need be.
        text.append(body, at, body.length()).append('\n');
    }

    /**
     * The file key, only if a stanza is for this identity and the whole header is authentic under that key.
     *
     * @throws com.exceptionfactory.jagged.UnsupportedRecipientStanzaException if none is
     */
    public FileKey open(RecipientStanzaReader identity) throws GeneralSecurityException {
        FileKey fileKey = identity.getFileKey(stanzas);
        if (!MessageDigest.isEqual(mac, mac(fileKey, bytes, authenticated))) throw refused("MAC");
        return fileKey;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many stanzas, that is, recipients. */
    public int recipients() {
        return stanzas.size();
    }

    private static byte[] mac(FileKey fileKey, byte[] bytes, int length) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(KeyDerivation.key(fileKey, new byte[0], "header", "HmacSHA256"));
        mac.update(bytes, 0, length);
        return mac.doFinal();
    }

    private static byte[] body(InputStream in, ByteArrayOutputStream raw) throws IOException, GeneralSecurityException {
        var text = new StringBuilder();
        while (true) {
            String line = line(in, raw);
            if (line.length() > COLUMNS) throw refused("line length");
            text.append(line);
            if (line.length() < COLUMNS) return Base64Canonical.decode(text.toString());
        }
    }

    private static String line(InputStream in, ByteArrayOutputStream raw) throws IOException, GeneralSecurityException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw refused("it ends too early");
            if (raw.size() >= LARGEST) throw refused("too long");
            raw.write(b);
            line.append((char) b);
        }
        raw.write('\n');
        return line.toString();
    }

    private static boolean notVisible(String word) {
        return word.isEmpty() || word.chars().anyMatch(c -> c < 33 || c > 126);
    }

    private static GeneralSecurityException refused(String why) {
        return new GeneralSecurityException("Header refused: " + why);
    }
}
