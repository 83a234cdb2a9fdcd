package org.comity.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** One process a home. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("long")
class HomeLockTest {

    @TempDir
    Path home;

    @Test
    void the_second_one_is_told_who_holds_it_and_the_lock_stands() throws Exception {
        try (var lock = HomeLock.take(home, "XA-1")) {
            assertThatThrownBy(() -> HomeLock.take(home, "XA-1"))
                    .isInstanceOf(HomeInUse.class)
                    .hasMessageContaining(
                            "XA-1, process " + ProcessHandle.current().pid() + " on ")
                    .hasMessageContaining("Nothing was changed");

            assertThat(takenElsewhere()).as("by another process").isFalse();
        }
        assertThat(takenElsewhere()).isTrue();
        HomeLock.take(home, "XA-1").close();
    }

    @Test
    void a_second_start_ends_with_its_sentence_and_writes_no_stack(CapturedOutput said) {
        try (var lock = HomeLock.take(home, "XA-1")) {
            var start = new SpringApplication(Nothing.class);
            start.setWebApplicationType(WebApplicationType.NONE);
            start.addListeners(new HomeFolderLock());

            assertThatThrownBy(() -> start.run("--node.home=" + home, "--node.id=XA-1"))
                    .isInstanceOf(HomeInUse.class);
        }
        assertThat(said.getAll()).doesNotContain("InUse", "Application run failed");
    }

    static final class Nothing {}

    @Test
    void a_backup_of_a_node_whose_database_is_away_does_not_start_one() throws Exception {
        Files.createDirectories(home.resolve("database/pgdata"));
        Files.writeString(home.resolve("database/pgdata/PG_VERSION"), "18");

        try (var node = HomeLock.take(home, "XA-1")) {
            assertThatThrownBy(() -> NodeDatabase.under(home))
                    .isInstanceOf(HomeInUse.class)
                    .hasMessageContaining("XA-1");
        }
        assertThat(home.resolve("database/pgsql")).doesNotExist();
    }

    /** A process of its own, since a lock counts between processes. */
    private boolean takenElsewhere() throws IOException, InterruptedException {
        return new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                home.resolve(HomeLock.FILE).toString())
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }

    static final class Other {
        public static void main(String[] arguments) throws IOException {
            try (var channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.exit(channel.tryLock() == null ? 1 : 0);
            }
        }
    }
}
