package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.proof.tree.MerkleTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bit of one item is other while it travels, and whole again afterwards. */
class DisturbedLineTest {

    private static final String ITEM = "1f0c7d52-9a4e-4a53-b8a1-7a4a5be0c001";
    private static final String ROOT = "ab".repeat(32);

    @TempDir
    private Path home;

    private final PracticeNode sender = new PracticeNode("XB-1", 1);
    private DisturbedLine line;
    private Path payload;
    private Path segments;

    @BeforeEach
    void an_item_that_is_kept() throws Exception {
        line = new DisturbedLine(home);
        var kept = Files.createDirectories(home.resolve("xb-1/evidence/kept/1f").resolve(ITEM));
        Files.writeString(kept.resolve("item.json"), "{\"payload\":{\"root\":\"%s\",\"size\":400}}".formatted(ROOT));
        segments = Files.createDirectories(home.resolve("xb-1/evidence/segments"));
        payload = Files.write(kept.resolve("payload"), new byte[400]);
    }

    @Test
    void one_bit_is_turned_and_turned_back() throws Exception {
        line.turn(sender, ITEM);
        var altered = Files.readAllBytes(payload);
        int bits = 0;
        for (byte each : altered) bits += Integer.bitCount(each & 0xff);
        assertThat(bits).isEqualTo(1);

        line.turn(sender, ITEM);
        assertThat(Files.readAllBytes(payload)).isEqualTo(new byte[400]);
    }

    /** Else its sender, who lists them when it is first asked, finds itself that the bytes are other and offers nothing. */
    @Test
    void the_sender_lists_the_hashes_of_the_bytes_as_they_were() throws Exception {
        line.turn(sender, ITEM);
        assertThat(segments.resolve(ROOT)).hasBinaryContent(MerkleTree.leaf(new byte[400]));
    }
}
