package org.comity.proof.feed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;

/** Names a board as its entries name it: a UUID of version 8, as of any thread of more than two. */
public final class BoardId {

    private static final int UUID_BYTES = 16;

    private BoardId() {}

    public static String of(String network, String host, String board, String audience) {
        var name = CanonicalJson.write(Map.of(
                "format", "comity-board/1",
                "network", network,
                "host", host,
                "board", board,
                "audience", audience));
        byte[] hash = Arrays.copyOf(HexFormat.of().parseHex(Digests.sha256(name)), UUID_BYTES);
        hash[6] = (byte) (hash[6] & 0x0f | 0x80);
        hash[8] = (byte) (hash[8] & 0x3f | 0x80);
        var bits = ByteBuffer.wrap(hash);
        return new UUID(bits.getLong(), bits.getLong()).toString();
    }
}
