package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Outside a procedure's own folders nothing names it, neither by a string nor by a class, so that another procedure can
 * come without a change there. The places that still do are listed with their number; the list only shrinks, and ends
 * empty. Run with {@code -Dnames.write} to take off what is gone.
 */
class NamesOfProceduresTest {

    private static final Path LISTED =
            House.root().resolve("node/src/test/resources/org/comity/names-of-procedures.txt");
    private static final Path MAIN = House.root().resolve("node/src/main");
    private static final Path TABLES = House.root().resolve("proof/src/main/resources/org/comity/proof/table");

    private static final String HEAD =
            "# Where shared code still names a procedure: how often, and the file below node/src/main. Only shrinks.\n";

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*?$|<%--.*?--%>", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern KEY = Pattern.compile("(?m)^\\s*([A-Za-z][^=\\s]*)\\s*=");

    @Test
    void a_procedure_is_named_only_where_it_is_listed() throws IOException {
        if (System.getProperty("names.write") != null) {
            var lines = new StringBuilder(HEAD);
            found().forEach((file, count) ->
                    lines.append(count).append(' ').append(file).append('\n'));
            Files.writeString(LISTED, lines);
        }
        assertThat(found())
                .as(
                        "a place that is gone leaves %s, and no new one comes: what is special belongs into the procedure's folder",
                        LISTED)
                .isEqualTo(listed());
    }

    @Test
    void a_string_a_class_and_a_key_are_found_and_a_comment_is_not() {
        assertThat(named(
                        "java", "/** preservation */ class A {\n // \"assistance\"\n String b = \"preservation/1\"; }"))
                .isOne();
        assertThat(named("java", "import org.comity.assistance.Link;\nclass PreservationOf {}"))
                .isOne();
        assertThat(named("jte", "<%-- assistance --%><a href=\"/requests/new/assistance\">"))
                .isOne();
        assertThat(named(
                        "properties",
                        "compose.to.assistance = An assistance\n  more preservation = x\nrequests.a = b\n"))
                .isOne();
    }

    private static Map<String, Long> found() throws IOException {
        var found = new TreeMap<String, Long>();
        try (var all = Files.walk(MAIN)) {
            for (var file : all.filter(Files::isRegularFile)
                    .filter(NamesOfProceduresTest::shared)
                    .toList()) {
                long count = named(kind(file), Files.readString(file));
                if (count > 0) {
                    found.put(MAIN.relativize(file).toString().replace('\\', '/'), count);
                }
            }
        }
        return found;
    }

    private static Map<String, Long> listed() throws IOException {
        try (var lines = Files.lines(LISTED)) {
            return lines.filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(it -> it.split(" ", 2))
                    .collect(Collectors.toMap(it -> it[1], it -> Long.valueOf(it[0]), (a, b) -> a, TreeMap::new));
        }
    }

    private static long named(String kind, String text) {
        var name = "(?<![a-z])(%s)(?![a-z])".formatted(names().collect(Collectors.joining("|")));
        var bare = kind.equals("properties") ? text : COMMENT.matcher(text).replaceAll("");
        var parts = switch (kind) {
            case "java" ->
                Stream.concat(
                        STRING.matcher(bare).results().map(it -> it.group()),
                        Pattern.compile("org\\.comity\\.(procedure\\.)?[a-z]+")
                                .matcher(bare)
                                .results()
                                .map(it -> it.group()));
            case "properties" -> KEY.matcher(bare).results().map(it -> it.group(1));
            default -> bare.lines();
        };
        var pattern = Pattern.compile(name);
        return parts.filter(it -> pattern.matcher(it).find()).count();
    }

    /** A procedure is whose table there is; that of seats is no request, and its name is the word for many other things. */
    private static Stream<String> names() {
        try (var tables = Files.list(TABLES)) {
            return tables
                    .map(it -> it.getFileName().toString().replaceAll("-[0-9]+\\.json$", ""))
                    .filter(it -> !it.equals("seat"))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Its own are the folders and the files of words that bear its name; of words, every language has the same keys. */
    private static boolean shared(Path file) {
        var kind = kind(file);
        var path = file.toString().replace('\\', '/');
        return Stream.of("java", "jte", "properties").anyMatch(kind::equals)
                && !(kind.equals("properties") && !path.endsWith("_en.properties"))
                && names().noneMatch(it -> Stream.of("/comity/", "/procedure/", "/jte/", "/messages/")
                        .anyMatch(folder -> path.contains(folder + it + (folder.equals("/messages/") ? "" : "/"))));
    }

    private static String kind(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
