package org.comity.evidence.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read, or of which nothing arrives: the others are added all the same. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AddingUnreadableFilesTest {

    @TempDir
    Path folder;

    private PracticeNode node;

    @BeforeEach
    void start() throws IOException {
        node = new PracticeNode();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_file_whose_bytes_cannot_be_read_is_named_and_left() throws Exception {
        var image = Files.write(folder.resolve("a.dd"), new byte[10]);
        var next = Files.write(folder.resolve("b.dd"), new byte[20]);
        node.meanwhile = () -> becomesFolder(image);

        assertThat(node.add(false, image, next)).isFalse();

        assertThat(node.said())
                .contains("a.dd: it cannot be read at byte 0 (", "it is left", "b.dd: sealed", "Not all are sealed")
                .doesNotContain("the line dropped");
        assertThat(node.paused()).isEmpty();
    }

    /** Opened as before, it fails as soon as a byte of it is read. */
    private static void becomesFolder(Path file) {
        try {
            if (!Files.isRegularFile(file)) return;
            Files.delete(file);
            Files.createDirectory(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_that_is_gone_before_its_turn_is_named_and_left() throws Exception {
        var first = Files.write(folder.resolve("a.dd"), new byte[10]);
        var gone = Files.write(folder.resolve("b.dd"), new byte[20]);
        node.meanwhile = () -> {
            try {
                Files.deleteIfExists(gone);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };

        assertThat(node.add(false, folder)).isFalse();

        assertThat(node.said()).contains("a.dd: sealed", "b.dd: it cannot be read at byte 0 (", "2 files.");
        assertThat(first).exists();
    }

    @Test
    void a_line_that_brings_nothing_however_often_it_is_tried_has_an_end() throws Exception {
        var file = Files.write(folder.resolve("a.dd"), new byte[10]);
        node.takes = false;

        assertThat(node.add(false, file)).isFalse();

        assertThat(node.said()).contains("a.dd: nothing of it arrives behind byte 0; it is left");
        assertThat(node.paused()).containsExactly(2, 4, 8, 16, 30, 30, 30);
    }
}
