package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is refused finds the code on the pages of the protocol: no room that answers another node knows one that they do not. */
class RefusalCodesTest {

    private static final Path CODE = House.root().resolve("node/src/main/java/org/comity");
    private static final Pattern AT_THE_DOOR = Pattern.compile(
            "(?:new Refus(?:al|ed)\\(\\s*|require\\([^;]*?,\\s*|refused\\(\\s*)\"([a-z0-9-]+)\"\\s*,", Pattern.DOTALL);
    private static final Pattern BY_THE_PROCEDURE = Pattern.compile("\\bbroken\\(\\s*\"([a-z-]+)\"");

    @Test
    void every_code_of_the_door_is_on_a_page() throws IOException {
        var codes = new TreeSet<String>();
        for (var room : new String[] {"exchange", "thread"}) codes.addAll(found(CODE.resolve(room), AT_THE_DOOR));
        // What is asked by the own desk, never by another node.
        for (var own : new String[] {"HoldingActs.java", "RecallingActs.java"}) {
            codes.removeAll(found(CODE.resolve("thread/register").resolve(own), AT_THE_DOOR));
        }

        assertThat(codes)
                .contains("not-for-us", "wrong-reference", "foreign-signature")
                .hasSizeGreaterThan(40);
        assertThat(codes).allSatisfy(it -> assertThat(pages()).contains("`" + it + "`"));
    }

    @Test
    void every_code_of_a_procedure_is_on_a_page() throws IOException {
        var codes = new TreeSet<String>();
        for (var room : new String[] {"procedure", "casework", "assistance", "preservation", "interception"}) {
            codes.addAll(found(CODE.resolve(room), BY_THE_PROCEDURE));
        }

        assertThat(codes).contains("missing", "unknown");
        assertThat(codes)
                .allSatisfy(it ->
                        assertThat(pages()).containsPattern("`(procedure|preservation|assistance)\\." + it + "`"));
    }

    private static String pages() throws IOException {
        var pages = new StringBuilder();
        for (var each : new String[] {"README.md", "door.md", "as4.md"}) {
            pages.append(Files.readString(House.root().resolve("docs/protocol").resolve(each)));
        }
        return pages.toString();
    }

    private static TreeSet<String> found(Path where, Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(where)) {
            for (var each : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(each)).results().forEach(it -> found.add(it.group(1)));
            }
        }
        return found;
    }
}
