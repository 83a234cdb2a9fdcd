package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlteredItemTest {

    @TempDir
    Path node;

    @Test
    void one_bit_is_turned_and_turned_back() throws Exception {
        var payload = Files.createDirectories(node.resolve("evidence/kept/ab/abcd")).resolve("payload");
        var was = new byte[] {1, 2, 3, 4, 5};
        Files.write(payload, was);

        AlteredItem.of(node, "abcd").turn();
        assertThat(Files.readAllBytes(payload)).containsExactly(1, 2, 2, 4, 5);
        AlteredItem.of(node, "abcd").turn();
        assertThat(Files.readAllBytes(payload)).isEqualTo(was);
    }
}
