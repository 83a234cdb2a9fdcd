package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with Error Prone compiles anew what a first start or a quick run compiled without it, and nothing else. */
class UncheckedBuildTest {

    @TempDir
    Path folder;

    @Test
    void what_was_compiled_without_the_checks_is_compiled_again() throws Exception {
        var compiled = classes();

        var bench = Files.createDirectories(folder.resolve("bench/target")).resolve("built");
        Files.createFile(bench);

        assertThat(shell("unchecked; checked")).isZero();

        assertThat(compiled).doesNotExist();
        assertThat(folder.resolve("node/target/unchecked")).doesNotExist();
        assertThat(bench)
                .as("a bench without its classes does not pass for built")
                .doesNotExist();
        assertThat(folder.resolve("node/target/dist/comity.jar"))
                .as("a demo that was built goes on")
                .exists();
    }

    @Test
    void what_was_compiled_with_them_stays() throws Exception {
        var compiled = classes();

        assertThat(shell("checked")).isZero();

        assertThat(compiled).exists();
    }

    private Path classes() throws IOException {
        var dist = Files.createDirectories(folder.resolve("node/target/dist"));
        Files.writeString(dist.resolve("comity.jar"), "built");
        return Files.writeString(
                Files.createDirectories(folder.resolve("node/target/classes")).resolve("A.class"), "compiled");
    }

    private int shell(String functions) throws IOException, InterruptedException {
        var sourced = House.root().resolve(".ci/checked").toAbsolutePath();
        return new ProcessBuilder("/bin/sh", "-euc", ". '" + sourced + "'; " + functions)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
