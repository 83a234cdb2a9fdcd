package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation names what there is: every link leads somewhere, every key is read, every key read is named. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CONFIGURATION = ROOT.resolve("docs/reference/configuration.md");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern TEST = Pattern.compile("([A-Z][A-Za-z0-9]*(?:Test|IT))\\.([a-z][a-z0-9_]+)");
    private static final Pattern NAMED = Pattern.compile("`((?:node|operator)\\.[a-z0-9.-]+)`");

    @Test
    void every_relative_link_resolves() throws IOException {
        var broken = new TreeSet<String>();
        for (var page : pages()) {
            var text = Files.readString(page).replaceAll("(?s)```.*?```", "");
            LINK.matcher(text)
                    .results()
                    .map(it -> it.group(1))
                    .filter(it -> !it.matches("(?:https?|mailto):.*|#.*"))
                    .filter(it -> !Files.exists(page.resolveSibling(it.replaceFirst("#.*", ""))))
                    .forEach(it -> broken.add(ROOT.relativize(page) + " -> " + it));
        }
        assertThat(broken).isEmpty();
    }

    /** A mend without its test is a promise: each page of the findings names tests, and each of them is there. */
    @Test
    void every_test_that_the_findings_name_is_there() throws IOException {
        var tests = new HashMap<String, String>();
        try (var files = Files.walk(ROOT)) {
            for (var file : files.filter(it -> it.toString().matches(".*/src/test/java/.*\\.java"))
                    .toList()) {
                tests.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
        var unknown = new TreeSet<String>();
        try (var findings = Files.list(ROOT.resolve("docs/security/findings"))) {
            for (var page : findings.toList()) {
                var named = TEST.matcher(Files.readString(page)).results().toList();
                if (named.isEmpty()) unknown.add(page.getFileName() + " names no test");
                named.stream()
                        .filter(it -> !tests.getOrDefault(it.group(1), "").contains(" " + it.group(2) + "("))
                        .forEach(it -> unknown.add(page.getFileName() + " -> " + it.group()));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_decision_has_one_line_in_the_index() throws IOException {
        var folder = ROOT.resolve("docs/decisions");
        var listed = LINK.matcher(Files.readString(folder.resolve("README.md")))
                .results()
                .map(it -> it.group(1))
                .filter(it -> it.matches("\\d{4}-.*"))
                .toList();
        try (var files = Files.list(folder)) {
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(it -> it.getFileName().toString())
                                    .filter(it -> it.matches("\\d{4}-.*"))
                                    .toList());
        }
    }

    /** A line that stands on the page and not in its guide leaves whoever is called at night without what to do. */
    @Test
    void every_line_of_health_has_its_row_in_the_guide() throws IOException {
        var words = EnglishWords.read();
        var guide = Files.readString(ROOT.resolve("docs/how-to/operate.md"));
        var rows = guide.lines()
                .filter(it -> it.startsWith("| "))
                .flatMap(it -> Stream.of(it.split("\\|")[1].split(",")))
                .map(String::strip)
                .toList();
        var topics = words.keySet().stream()
                .filter(it -> it.matches("health\\.[a-z-]+"))
                .filter(it -> words.keySet().stream().anyMatch(key -> key.startsWith(it + ".") && !key.endsWith(".do")))
                .map(words::get)
                .toList();
        assertThat(topics).hasSizeGreaterThan(20);
        assertThat(rows).containsAll(topics);
    }

    /** What is read stands in the file that the start reads, too ({@code SettingsReadTest}). */
    @Test
    void every_key_that_is_read_is_documented_and_the_other_way_round() throws IOException {
        var read = new TreeSet<String>();
        for (var line : Files.readAllLines(Path.of("src/main/resources/launch/settings.txt"))) {
            read.add(line.replaceFirst("(\\[]|\\.\\*).*", ""));
        }
        assertThat(read).hasSizeGreaterThan(50);

        assertThat(documented()).isEqualTo(read);
    }

    private static Set<String> documented() throws IOException {
        var keys = new TreeSet<String>();
        for (var line : Files.readAllLines(CONFIGURATION)) {
            var cells = line.split("\\|");
            if (line.startsWith("| `") && cells.length > 3) {
                NAMED.matcher(cells[1]).results().map(it -> it.group(1)).forEach(keys::add);
            }
        }
        return keys;
    }

    private static Set<Path> pages() throws IOException {
        var pages = new TreeSet<Path>();
        pages.add(ROOT.resolve("README.md"));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(it -> it.toString().endsWith(".md")).forEach(pages::add);
        }
        assertThat(pages).hasSizeGreaterThan(10);
        return pages;
    }
}
