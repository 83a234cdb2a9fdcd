package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is named without a folder lies where its reader stands. */
class StandingFolderTest {

    @Test
    void a_name_counts_from_the_readers_folder_and_a_whole_path_from_nowhere() {
        assertThat(StandingFolder.file("/home/reader", "node.yaml")).isEqualTo(Path.of("/home/reader/node.yaml"));
        assertThat(StandingFolder.file("/home/reader", "../demo")).isEqualTo(Path.of("/home/demo"));
        assertThat(StandingFolder.file("/home/reader", "/srv/node.yaml")).isEqualTo(Path.of("/srv/node.yaml"));
        assertThat(StandingFolder.file("", "node.yaml"))
                .isEqualTo(Path.of("node.yaml").toAbsolutePath());
    }
}
