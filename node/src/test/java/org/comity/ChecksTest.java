package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the compiler's checks on, in every room. */
class ChecksTest {

    private static final Pattern EXCLUDED = Pattern.compile("-XepExcludedPaths:(\\S+)");

    @Test
    void every_room_is_checked() throws IOException {
        var pom = Files.readString(House.root().resolve("pom.xml"));

        assertThat(EXCLUDED.matcher(pom).results().map(it -> it.group(1)))
                .as("generated code alone is not looked at")
                .containsExactly(".*/generated-sources/.*");
    }

    @Test
    void null_is_an_error_in_every_module_and_nothing_switches_it_off() throws IOException {
        var pom = Files.readString(House.root().resolve("pom.xml"));

        assertThat(pom).contains("-Xep:NullAway:ERROR", "-XepOpt:NullAway:OnlyNullMarked=true", "<arg>${checks}</arg>");
        for (var module : List.of("proof", "node", "bench")) {
            assertThat(House.root().resolve(module).resolve("pom.xml"))
                    .content()
                    .doesNotContain("<checks>", "maven-compiler-plugin");
            try (var files = Files.walk(House.root().resolve(module).resolve("src/main/java"))) {
                assertThat(files.filter(it -> it.toString().endsWith(".java")))
                        .isNotEmpty()
                        .allSatisfy(it ->
                                assertThat(it).content().doesNotContain("NullUnmarked", "SuppressWarnings(\"NullAway"));
            }
        }
    }
}
