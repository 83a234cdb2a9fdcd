package org.comity.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running node moves while it is backed up is in the backup, or there is none. */
class MovingFilesTest {

    @TempDir
    Path folder;

    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("adding"));
        Files.createDirectories(folder.resolve("sealed"));
        for (var name : List.of("a", "adding/item", "z")) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    @Test
    void a_file_that_moves_before_it_is_read_is_read_where_it_went() throws IOException {
        new MovingFiles(folder, _ -> false, _ -> true).each(it -> {
            move("adding/item", "sealed/item");
            content(it);
        });

        assertThat(read).containsExactlyInAnyOrder("a", "adding/item", "z");
    }

    @Test
    void a_folder_that_moves_takes_its_files_along() throws IOException {
        new MovingFiles(folder, _ -> false, _ -> true).each(it -> {
            move("adding", "sealed/adding");
            content(it);
        });

        assertThat(read).containsExactlyInAnyOrder("a", "adding/item", "z");
    }

    @Test
    void what_is_deleted_meanwhile_belongs_to_nobody() throws IOException {
        new MovingFiles(folder, _ -> false, _ -> true).each(it -> {
            Files.deleteIfExists(folder.resolve("adding/item"));
            content(it);
        });

        assertThat(read).containsExactlyInAnyOrder("a", "z");
    }

    @Test
    void a_file_that_moves_all_the_time_makes_it_fail_and_is_named() {
        assertThatThrownBy(() -> new MovingFiles(folder, _ -> false, _ -> true).each(it -> {
                    if (it.endsWith("item")) {
                        throw new NoSuchFileException(it.toString());
                    }
                }))
                .isInstanceOf(BackupNotDone.class)
                .hasMessageContaining("adding/item moves all the time");
    }

    private void content(Path file) throws IOException {
        read.add(Files.readString(file));
    }

    private void move(String from, String to) throws IOException {
        if (Files.exists(folder.resolve(from)) && !Files.exists(folder.resolve(to))) {
            Files.move(folder.resolve(from), folder.resolve(to));
        }
    }
}
