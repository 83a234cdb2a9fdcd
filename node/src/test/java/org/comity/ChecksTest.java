package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the compiler's checks on: the rooms that it does not look at yet only become fewer. */
class ChecksTest {

    private static final List<String> NOT_YET = List.of(
            "comity/desk",
            "comity/practice",
            "cooperation/assistance",
            "cooperation/delivery",
            "cooperation/emergency",
            "cooperation/form",
            "cooperation/links",
            "cooperation/paper",
            "cooperation/preservation");

    private static final Pattern UNCHECKED = Pattern.compile("<unchecked.rooms>([^<]*)</unchecked.rooms>");
    private static final Pattern ROOM = Pattern.compile("\\|\\.\\*/([a-z/]+)/(?:\\(([a-z|]+)\\)/)?\\.\\*");

    @Test
    void the_rooms_that_are_not_checked_become_fewer() throws IOException {
        var pom = Files.readString(House.root().resolve("pom.xml"));
        var list = UNCHECKED.matcher(pom).results().findFirst().orElseThrow().group(1);

        assertThat(ROOM.matcher(list).replaceAll(""))
                .as("each of the form |.*/ROOM/.*")
                .isBlank();
        assertThat(ROOM.matcher(list)
                        .results()
                        .flatMap(it -> it.group(2) == null
                                ? List.of(it.group(1)).stream()
                                : Arrays.stream(it.group(2).split("\\|")).map(room -> it.group(1) + "/" + room)))
                .isSubsetOf(NOT_YET);
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
                        .allSatisfy(it ->
                                assertThat(it).content().doesNotContain("NullUnmarked", "SuppressWarnings(\"NullAway"));
            }
        }
    }
}
