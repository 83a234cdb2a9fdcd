package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
    private final PracticeNode receiver = new PracticeNode("XA-1", 1);
    private DisturbedLine line;
    private Path payload;

    @BeforeEach
    void an_item_that_is_kept() throws Exception {
        line = new DisturbedLine(home);
        var kept = Files.createDirectories(home.resolve("xb-1/evidence/kept/1f").resolve(ITEM));
        Files.writeString(kept.resolve("item.json"), "{\"payload\":{\"root\":\"%s\",\"size\":400}}".formatted(ROOT));
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

    @Test
    void it_has_begun_once_the_receiver_holds_the_list_of_its_parts() throws Exception {
        assertThat(line.begun(receiver, sender, ITEM)).isFalse();
        Files.createFile(
                Files.createDirectories(home.resolve("xa-1/evidence/segments")).resolve(ROOT));
        assertThat(line.begun(receiver, sender, ITEM)).isTrue();
    }
}
