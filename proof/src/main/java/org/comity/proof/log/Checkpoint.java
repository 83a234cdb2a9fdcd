package org.comity.proof.log;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.comity.proof.tree.MerkleTree;

/**
 * The head of a log's tree (c2sp.org/tlog-checkpoint): the text of a note. Lines behind the third are passed over.
 *
 * @param origin which log
 * @param root in lower-case hexadecimal; base64 in the text
 */
public record Checkpoint(String origin, long size, String root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** Code {@code checkpoint} if the text is none. */
    public static Checkpoint read(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new UnreadableNote("checkpoint", "three lines");
        }
        for (int i = 0; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) throw new UnreadableNote("checkpoint", "empty line");
        }
        if (!SIZE.matcher(lines[1]).matches()) {
            throw new UnreadableNote("checkpoint", "size");
        }
        byte[] root = Base64Lines.read(lines[2], "checkpoint");
        if (root.length != MerkleTree.HASH) {
            throw new UnreadableNote("checkpoint", "root");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), HexFormat.of().formatHex(root));
    }

    public String text() {
        return "%s\n%d\n%s\n".formatted(origin, size, Base64Lines.write(rootBytes()));
    }

    public byte[] rootBytes() {
        return HexFormat.of().parseHex(root);
    }
}
