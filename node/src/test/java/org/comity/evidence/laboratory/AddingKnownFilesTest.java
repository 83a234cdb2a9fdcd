package org.comity.evidence.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of which the node knows something already. */
class AddingKnownFilesTest {

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
    void what_was_added_or_begun_without_the_mark_has_it_before_a_byte_more_leaves() throws Exception {
        var here = Files.write(folder.resolve("here.jpg"), new byte[10]);
        var begun = Files.write(folder.resolve("begun.jpg"), new byte[20]);
        var other = Files.write(folder.resolve("other.jpg"), new byte[30]);
        node.holds("7", "matched", "here.jpg", 10, new byte[10])
                .holds("8", "adding", "begun.jpg", 20, null)
                .holds("9", "sealed", "other.jpg", 30, new byte[31]);

        assertThat(node.add(true, here, begun, other)).isTrue();

        assertThat(node.asked)
                .containsSubsequence("POST /7/sealed-only", "POST /8/sealed-only", "PATCH /8")
                .contains("PATCH /" + PracticeNode.NEW)
                .doesNotContain("POST /9/sealed-only", "PATCH /7");
    }

    @Test
    void nothing_is_marked_that_nobody_declared_so() throws Exception {
        var here = Files.write(folder.resolve("here.jpg"), new byte[10]);
        node.holds("7", "matched", "here.jpg", 10, new byte[10]);

        assertThat(node.add(false, here)).isTrue();

        assertThat(node.asked).isNotEmpty().noneMatch(it -> it.contains("sealed-only"));
    }
}
