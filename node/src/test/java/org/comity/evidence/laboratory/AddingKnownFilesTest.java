package org.comity.evidence.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"damaged", "missing", "arriving", "destroyed"})
    void what_cannot_be_used_is_not_taken_for_here_and_its_state_is_said(String state) throws Exception {
        var file = Files.write(folder.resolve("a.dd"), new byte[10]);
        node.holds("7", state, "a.dd", 10, new byte[10]);

        assertThat(node.add(false, file)).isTrue();

        assertThat(node.said())
                .contains("a.dd: was added before, and that item is " + state + "; it is added anew", "a.dd: sealed")
                .doesNotContain("is there already");
        assertThat(node.asked).contains("PATCH /" + PracticeNode.NEW);
    }

    @Test
    void a_whole_item_counts_before_a_newer_damaged_one_and_what_is_missing_is_marked_too() throws Exception {
        var file = Files.write(folder.resolve("a.dd"), new byte[10]);
        var lost = Files.write(folder.resolve("b.dd"), new byte[20]);
        node.holds("9", "damaged", "a.dd", 10, new byte[10])
                .holds("7", "matched", "a.dd", 10, new byte[10])
                .holds("8", "missing", "b.dd", 20, new byte[20]);

        assertThat(node.add(true, file, lost)).isTrue();

        assertThat(node.said()).contains("a.dd: is there already");
        assertThat(node.asked).contains("POST /7/sealed-only", "POST /8/sealed-only");
    }

    @Test
    void nothing_is_marked_that_nobody_declared_so() throws Exception {
        var here = Files.write(folder.resolve("here.jpg"), new byte[10]);
        node.holds("7", "matched", "here.jpg", 10, new byte[10]);

        assertThat(node.add(false, here)).isTrue();

        assertThat(node.asked).isNotEmpty().noneMatch(it -> it.contains("sealed-only"));
    }
}
