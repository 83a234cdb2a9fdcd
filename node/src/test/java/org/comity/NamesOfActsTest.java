package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.file.PracticeFiles;
import org.comity.proof.table.MoveTable;
import org.junit.jupiter.api.Test;

/**
 * Outside a procedure's own folders nothing knows an act or a state of it by name (docs/decisions/0228): no string of Java, none
 * in SQL, none in a page. What still does is listed with its reason, as are words that are an act somewhere and a plain word of
 * the house; both lists only shrink.
 */
class NamesOfActsTest {

    private static final String LIST = "node/src/test/resources/org/comity/names-of-acts.txt";
    private static final Path MAIN = House.root().resolve("node/src/main");
    private static final Path TABLES = House.root().resolve("proof/src/main/resources/org/comity/proof/table");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*?$|<%--.*?--%>", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'([A-Za-z-]+)'");

    /** A type of act that is compared with a word, also a plain one. */
    private static final Pattern TYPE = Pattern.compile(
            "(?:[tT]ypes?|\\bacts?)(?:\\(\\))?\\s*\\.(?:equals|contains)\\(\\s*\"([a-z-]+)\"|\"([a-z-]+)\"\\s*\\.equals\\(\\s*[\\w.()]*[tT]ype");

    /** Procedures by the name of an act or a state. */
    private static final Map<String, Set<String>> NAMES = names();

    /** Procedures that are at home in a folder of another name. */
    private static final Map<String, Set<String>> ROOMS = listed("room");

    private static final Set<String> PLAIN = listed("word").keySet();

    @Test
    void an_act_and_a_state_are_named_only_where_it_is_listed_with_a_reason() throws IOException {
        var found = new TreeMap<String, Set<String>>();
        each((path, text) -> {
            var named = named(path, text);
            if (!named.isEmpty()) found.put(path, named);
        });
        assertThat(found)
                .as(
                        "an act is found by what its procedure's file says that it is for (roles), a state likewise: %s",
                        LIST)
                .isEqualTo(listed("place"));
    }

    /** A word of the list that is no act any more, or that nobody says, leaves it. */
    @Test
    void a_plain_word_of_the_house_is_an_act_somewhere_and_said_elsewhere() throws IOException {
        var said = new TreeSet<String>();
        each((path, text) -> words(text).filter(it -> !own(path, it)).forEach(said::add));

        assertThat(PLAIN).isSubsetOf(NAMES.keySet()).isSubsetOf(said);
    }

    @Test
    void a_word_is_found_in_java_in_sql_and_in_a_page_and_not_in_a_comment_or_at_home() {
        var java = "org/comity/casework/A.java";
        assertThat(named(
                        java,
                        "/** \"report-preserved\" */ class A {\n // \"KeptHere\"\n String a = \"consent-use\"; }"))
                .containsExactly("consent-use");
        assertThat(named(java, "select 1 from r where state = 'KeptHere'")).containsExactly("KeptHere");
        assertThat(named("casework/a.jte", "@if(row.state().equals(\"Held\"))")).containsExactly("Held");
        assertThat(named("org/comity/preservation/A.java", "\"report-preserved\" \"consent-use\""))
                .containsExactly("consent-use");
        assertThat(named("org/comity/forum/A.java", "\"ask-wider\"")).isEmpty();
        assertThat(named(java, "param(\"status\", it)")).as("a plain word").isEmpty();
        assertThat(named(java, "act.type().equals(\"status\")"))
                .as("as a type of act")
                .containsExactly("status");
    }

    private static Set<String> named(String path, String text) {
        return Stream.concat(words(text).filter(it -> !PLAIN.contains(it)), said(TYPE, text))
                .filter(it -> !own(path, it))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String text) {
        return said(WORD, text);
    }

    private static Stream<String> said(Pattern pattern, String text) {
        return pattern.matcher(COMMENT.matcher(text).replaceAll(""))
                .results()
                .map(NamesOfActsTest::group)
                .filter(NAMES::containsKey);
    }

    private static String group(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** A procedure is at home in folders of its name, and in the rooms that the list gives it. */
    private static boolean own(String path, String name) {
        var at = "/" + path;
        return NAMES.getOrDefault(name, Set.of()).stream()
                .anyMatch(procedure -> Stream.of("/comity/", "/procedure/", "/jte/", "/")
                                .anyMatch(it -> at.contains(it + procedure + "/"))
                        || ROOMS.entrySet().stream()
                                .anyMatch(it -> at.contains("/" + it.getKey() + "/")
                                        && it.getValue().contains(procedure)));
    }

    /** Of lines {@code KIND NAME MORE = REASON} what more there is, by name. */
    private static TreeMap<String, Set<String>> listed(String kind) {
        try (var lines = Files.lines(House.root().resolve(LIST))) {
            return lines.filter(it -> it.startsWith(kind + " "))
                    .map(NamesOfActsTest::beforeReason)
                    .collect(Collectors.toMap(
                            it -> it[1],
                            it -> new TreeSet<>(List.of(it).subList(2, it.length)),
                            (a, _) -> a,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] beforeReason(String line) {
        var parts = line.split(" = ", 2);
        assertThat(parts).as("a reason behind = in: %s", line).hasSize(2);
        return parts[0].split(" ");
    }

    private interface Reading {
        void read(String path, String text);
    }

    private static void each(Reading reading) throws IOException {
        for (var folder : new String[] {"java", "jte"}) {
            try (var all = Files.walk(MAIN.resolve(folder))) {
                for (var file :
                        all.filter(it -> it.toString().endsWith("." + folder)).toList()) {
                    reading.read(
                            MAIN.resolve(folder).relativize(file).toString().replace('\\', '/'),
                            Files.readString(file));
                }
            }
        }
    }

    private static Map<String, Set<String>> names() {
        try (var tables = Files.list(TABLES)) {
            var names = new HashMap<String, Set<String>>();
            for (var table : tables.map(it -> it.getFileName().toString()).toList()) {
                var procedure = table.replaceAll("-[0-9]+\\.json$", "");
                var id = table.replaceAll("-([0-9]+)\\.json$", "/$1");
                Stream.concat(
                                MoveTable.find(id).orElseThrow().steps().keySet().stream(),
                                PracticeFiles.states(id).stream())
                        .forEach(it ->
                                names.computeIfAbsent(it, _ -> new TreeSet<>()).add(procedure));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
