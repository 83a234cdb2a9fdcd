package org.comity.evidence.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths that are links, or that hold no file. */
class AddingLinksTest {

    @TempDir
    Path folder;

    @Test
    void a_link_that_is_named_itself_is_followed_under_its_own_name_and_one_below_is_named() throws Exception {
        var seized = Files.createDirectories(folder.resolve("mounted/7f3a"));
        Files.write(seized.resolve("image.dd"), new byte[10]);
        Files.write(folder.resolve("elsewhere.dd"), new byte[10]);
        Files.createSymbolicLink(seized.resolve("other.dd"), folder.resolve("elsewhere.dd"));
        var evidence = Files.createSymbolicLink(folder.resolve("seizure-7"), seized);
        var single = Files.createSymbolicLink(folder.resolve("single.dd"), folder.resolve("elsewhere.dd"));

        try (var node = new PracticeNode()) {
            assertThat(node.add(false, evidence, single)).isTrue();

            assertThat(node.said())
                    .contains(
                            "seizure-7/image.dd: sealed",
                            "seizure-7/other.dd: a link; it is left out",
                            "single.dd: sealed",
                            "2 files. All are sealed.");
        }
    }

    @Test
    void where_there_is_no_file_nothing_is_said_to_be_sealed() throws Exception {
        var seized = Files.createDirectories(folder.resolve("seizure-7/empty")).getParent();
        Files.createSymbolicLink(seized.resolve("image.dd"), folder.resolve("elsewhere.dd"));

        try (var node = new PracticeNode()) {
            assertThat(node.add(false, seized)).isFalse();

            assertThat(node.said())
                    .contains("seizure-7/image.dd: a link; it is left out", "No file was found; nothing was added.")
                    .doesNotContain("All are sealed");
        }
    }
}
