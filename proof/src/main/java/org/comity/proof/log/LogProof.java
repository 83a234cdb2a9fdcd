package org.comity.proof.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.comity.proof.tree.MerkleTree;

/**
 * That a log holds an entry, for somebody who is offline (c2sp.org/tlog-proof).
 *
 * @param extra what the entry's leaf is computed from; vouched for by nothing but the proof itself
 * @param index from 0
 * @param path from the leaf's sibling upwards
 */
public record LogProof(byte[] extra, long index, List<byte[]> path, Note checkpoint) {

    public static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    public static final int LARGEST = 1 << 20;
    private static final String EXTRA = "extra ";
    private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,17})");
    private static final int LONGEST_PATH = 63;

    /** Code {@code log-proof} if the bytes are none. */
    public static LogProof read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new UnreadableNote("log-proof", "too large");
        }
        String all = Note.utf8(bytes);
        int blank = all.indexOf("\n\n");
        if (blank < 0) {
            throw new UnreadableNote("log-proof", "no checkpoint");
        }
        var lines = new ArrayList<>(List.of(all.substring(0, blank).split("\n", -1)));
        if (!lines.removeFirst().equals(FIRST_LINE) || lines.isEmpty()) {
            throw new UnreadableNote("log-proof", "first line");
        }
        byte[] extra = lines.getFirst().startsWith(EXTRA)
                ? Base64Lines.read(lines.removeFirst().substring(EXTRA.length()), "log-proof")
                : new byte[0];
        var index = INDEX.matcher(lines.isEmpty() ? "" : lines.removeFirst());
        if (!index.matches() || lines.size() > LONGEST_PATH) {
            throw new UnreadableNote("log-proof", "index");
        }
        var path = lines.stream().map(LogProof::hash).toList();
        var note = Note.read(all.substring(blank + 2));
        return new LogProof(extra, Long.parseLong(index.group(1)), path, note);
    }

    public String write() {
        var all = new StringBuilder(FIRST_LINE).append('\n');
        if (extra.length > 0) all.append(EXTRA).append(Base64Lines.write(extra)).append('\n');
        all.append("index ").append(index).append('\n');
        path.forEach(it -> all.append(Base64Lines.write(it)).append('\n'));
        return all.append('\n').append(checkpoint.write()).toString();
    }

    private static byte[] hash(String line) {
        byte[] hash = Base64Lines.read(line, "log-proof");
        if (hash.length != MerkleTree.HASH) {
            throw new UnreadableNote("log-proof", "hash");
        }
        return hash;
    }
}
