package org.comity.proof.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.form.FileNames;

/** A list of a bag ({@code manifest-sha256.txt} and the like): files with their hashes (RFC 8493, 2.1.3). */
public final class BagList {

    static final Pattern NAME = Pattern.compile("(tag)?manifest-(md5|sha1|sha256|sha512)\\.txt");

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{32,128})[ \\t]+(\\S.*)");

    private BagList() {}

    /** @return relative path to hash, lower case; in order of paths */
    public static SequencedMap<String, String> read(String name, byte[] bytes) {
        var files = new TreeMap<String, String>();
        var folded = new HashSet<String>();
        for (String line : text(name, bytes).split("\r\n|\n|\r", -1)) {
            if (line.isEmpty()) continue;
            var matched = LINE.matcher(line);
            if (!matched.matches()) throw new Malformed("bag-list", "%s: not a hash and a path".formatted(name));
            String path = matched.group(2);
            try {
                name(path);
            } catch (Malformed e) {
                throw new Malformed("bag-name", "%s: %s".formatted(name, path));
            }
            if (files.put(path, matched.group(1).toLowerCase(Locale.ROOT)) != null
                    || !folded.add(FileNames.folded(path))) {
                throw new Malformed("bag-list", "%s: %s twice".formatted(name, path));
            }
        }
        return files;
    }

    /** One spelling, in order of paths. */
    public static byte[] write(SequencedMap<String, String> files) {
        var text = new StringBuilder();
        files.forEach(
                (path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
        return text.toString().getBytes(UTF_8);
    }

    /** A path that means one file below the bag on every system. */
    static void name(String path) {
        try {
            FileNames.check(path);
        } catch (Malformed e) {
            throw new Malformed("bag-name", path);
        }
    }

    static String text(String name, byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("bag-list", "%s is not UTF-8".formatted(name));
        }
    }
}
