package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Draws the glossary of the code's words from the code, and fails when it is stale. Run with {@code -Dwords.write=1}. */
class CodeWordsTest {

    private static final Path ROOT = House.root();
    private static final Path PAGE = ROOT.resolve("docs/reference/code-words.md");
    private static final String DRAWN = "with `-Dwords.write=1`.\n\n";
    private static final Pattern ONE_WORD = Pattern.compile("[A-Z][a-z0-9]*");
    private static final Pattern CITED = Pattern.compile("(?m)^\\| [^|]+ \\| [^|]+ \\| `([\\w.]+)` \\|$");
    private static final Pattern STOP = Pattern.compile("(?<!\\bArt|e\\.g|i\\.e|\\bno)\\.(?=\\s|$)");

    private static final List<String> MODULES = List.of("proof", "node", "bench");
    private static final Pattern DECLARED = Pattern.compile(
            "(?m)^ *(?:(?:public|protected|private|static|final|sealed|abstract) )*(?:class|record|interface|enum) (\\w+)");
    /** Words that a reader has to guess at, wherever they stand: decision 0065. */
    private static final Set<String> RIDDLES =
            Set.of("Told", "Looked", "Came", "Typed", "Beside", "Which", "Together", "Aside", "Standing");

    @Test
    void each_type_of_one_word_is_there_with_what_it_does() throws IOException {
        var page = Files.readString(PAGE);
        var drawn = types().stream()
                .filter(it -> ONE_WORD.matcher(it.name()).matches())
                .map(Type::row)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining("\n", "| word | what it does | room |\n|---|---|---|\n", "\n"));
        var head = page.substring(0, page.indexOf(DRAWN) + DRAWN.length());
        if (System.getProperty("words.write") != null) {
            Files.writeString(PAGE, head + drawn);
        }

        assertThat(PAGE).hasContent(head + drawn);
    }

    @Test
    void each_word_that_is_explained_names_a_type_or_a_room_that_is_there() throws IOException {
        var known = new TreeSet<String>();
        for (var type : types()) known.addAll(Set.of(type.name(), type.room()));
        var page = Files.readString(PAGE);
        var cited = CITED.matcher(page.substring(0, page.indexOf(DRAWN)))
                .results()
                .map(it -> it.group(1))
                .toList();

        assertThat(cited).hasSizeGreaterThan(15);
        assertThat(known).containsAll(cited);
    }

    @Test
    void a_type_of_one_word_says_what_it_does() throws IOException {
        assertThat(types().stream().filter(it -> ONE_WORD.matcher(it.name()).matches()))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.says())
                        .as(it.room() + "." + it.name())
                        .isNotBlank()
                        .doesNotMatch("(What|Who|Whoever|How|Why)\\b.*"));
    }

    @Test
    void no_type_at_any_depth_has_a_name_that_says_nothing() throws IOException {
        var named = new ArrayList<String>();
        for (var module : MODULES) {
            try (var files = Files.walk(sources(module))) {
                for (var file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    DECLARED.matcher(Files.readString(file)).results().forEach(it -> named.add(it.group(1)));
                }
            }
        }

        assertThat(named).hasSizeGreaterThan(3000).doesNotContainAnyElementsOf(RIDDLES);
    }

    @Test
    void a_name_stands_in_one_room() throws IOException {
        var seen = new TreeSet<String>();

        assertThat(types().stream().map(Type::name).filter(it -> !seen.add(it)))
                .as("stand in two")
                .isEmpty();
    }

    private static List<Type> types() throws IOException {
        var types = new ArrayList<Type>();
        for (var module : MODULES) {
            var base = sources(module);
            try (var files = Files.walk(base)) {
                for (var file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    var name = file.getFileName().toString().replace(".java", "");
                    var folder = base.relativize(file.getParent()).toString().replace('/', '.');
                    if (!name.equals("package-info")) types.add(new Type(name, folder, says(file, name)));
                }
            }
        }
        return types;
    }

    private static Path sources(String module) {
        return ROOT.resolve(module).resolve("src/main/java/org/comity");
    }

    /** The first sentence of the comment that stands before the type. */
    private static String says(Path file, String name) throws IOException {
        var source = Files.readString(file);
        var type = Pattern.compile("(?m)^[\\w@ -]*\\b(?:class|record|interface|enum|@interface) " + name + "\\b")
                .matcher(source);
        if (!type.find()) return "";
        int start = source.lastIndexOf("/**", type.start());
        if (start < 0) return "";
        var text = source.substring(start + 3, source.indexOf("*/", start))
                .replaceAll("\n\\s*\\* ?", " ")
                .replaceAll("\\s(?:<p>|@param|@see).*", "")
                .replaceAll("\\{@link(?:plain)? #?([^}]*)}", "$1")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .strip();
        var stop = STOP.matcher(text);
        return stop.find() ? text.substring(0, stop.end()) : text;
    }

    private record Type(String name, String room, String says) {

        String row() {
            return "| %s | %s | `%s` |".formatted(name, says, room.isEmpty() ? "org.comity" : room);
        }
    }
}
