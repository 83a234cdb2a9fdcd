package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The documentation names what there is: every link leads somewhere, every key is read, every key read is named. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CONFIGURATION = ROOT.resolve("docs/reference/configuration.md");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{((?:node|operator)\\.[a-z0-9.-]+)");
    private static final Pattern ASKED = Pattern.compile(
            "(?:ConditionalOnProperty\\((?:name = )?|get(?:Required)?Property\\()\"((?:node|operator)\\.[a-z0-9.-]+)\"");
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

    @Test
    void every_key_that_is_read_is_documented_and_the_other_way_round() throws IOException {
        var read = bound();
        read.addAll(found(Path.of("src/main/java"), ".java", PLACEHOLDER));
        read.addAll(found(Path.of("src/main/java"), ".java", ASKED));

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

    private static TreeSet<String> bound() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var keys = new TreeSet<String>();
        for (var found : scan.findCandidateComponents("org.comity")) {
            try {
                var type = Class.forName(found.getBeanClassName());
                expand(type.getAnnotation(ConfigurationProperties.class).value(), type, keys);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(keys).hasSizeGreaterThan(50);
        return keys;
    }

    private static void expand(String prefix, Class<?> type, Set<String> keys) {
        for (var component : type.getRecordComponents()) {
            var key = prefix + "." + dashed(component);
            if (component.getType().isRecord() && !(component.getGenericType() instanceof ParameterizedType)) {
                expand(key, component.getType(), keys);
            } else {
                keys.add(key);
            }
        }
    }

    private static String dashed(RecordComponent component) {
        var dashed = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        return ConfigurationPropertyName.of(dashed).toString();
    }

    private static Set<String> found(Path folder, String suffix, Pattern pattern) throws IOException {
        var keys = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(suffix)).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map(it -> it.group(1))
                        .forEach(keys::add);
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
