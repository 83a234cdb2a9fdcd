package org.comity.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.comity.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that the launcher is given lies where its caller stands; of the program there is only a Java that says where it runs. */
class FromAnotherFolderTest {

    @TempDir
    private Path folder;

    private Path clone;

    @BeforeEach
    void a_clone_that_is_built() throws IOException {
        clone = Files.createDirectories(folder.resolve("clone")).toRealPath();
        for (var each : new String[] {"proof/src", "node/src", "docs/how-to", ".ci", "node/target/dist"}) {
            Files.createDirectories(clone.resolve(each));
        }
        for (var each : new String[] {"pom.xml", "proof/pom.xml", "node/pom.xml", ".ci/checked"}) {
            Files.createFile(clone.resolve(each));
        }
        Files.copy(House.root().resolve("comity"), clone.resolve("comity"));
        var jar = Files.createFile(clone.resolve("node/target/dist/comity.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        var bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (var each : new String[] {"java", "javac"}) {
            var program = Files.writeString(bin.resolve(each), "#!/bin/sh\npwd\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify",
                "lots",
                "match",
                "law",
                "evidence",
                "network",
                "onboard",
                "keys",
                "compare",
                "backup",
                "restore"
            })
    void the_program_runs_where_its_caller_stands(String command) throws Exception {
        var stands = Files.createDirectories(folder.resolve("elsewhere")).toRealPath();
        var builder = new ProcessBuilder("sh", clone.resolve("comity").toString(), command, "a.zip")
                .directory(stands.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());

        var process = builder.start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo(stands + "\n");
    }

    /** What a node leaves in its folder stays with the program; what its caller names is looked for from the caller's. */
    @ParameterizedTest
    @ValueSource(strings = {"node", "operator", "demo"})
    void what_goes_on_running_runs_in_its_own_folder_and_knows_where_its_caller_stands(String command)
            throws Exception {
        Files.writeString(folder.resolve("jdk/bin/java"), "#!/bin/sh\npwd\necho \"$*\"\n");
        var stands = Files.createDirectories(folder.resolve("elsewhere")).toRealPath();
        var builder = new ProcessBuilder("sh", clone.resolve("comity").toString(), command)
                .directory(stands.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("COMITY_NO_AOT", "1");

        var process = builder.start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .startsWith(clone + "\n")
                .contains(" -Dcomity.from=" + stands + " ");
    }

    @Test
    void on_a_machine_that_says_no_language_names_of_files_have_any_letters() throws Exception {
        Files.writeString(folder.resolve("jdk/bin/java"), "#!/bin/sh\necho \"$LC_ALL\"\n");
        var builder = new ProcessBuilder("sh", clone.resolve("comity").toString(), "evidence", "a.zip")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());

        for (var language : List.of("C", "POSIX", "C.UTF-8")) {
            builder.environment().put("LC_ALL", language);
            var process = builder.start();
            assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                    .as(language)
                    .isEqualTo("C.UTF-8\n");
        }
    }
}
