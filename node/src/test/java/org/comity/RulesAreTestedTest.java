package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each numbered rule of joint threads and of seats that is carried out has a test, and its row names one that is there. */
class RulesAreTestedTest {

    private static final Path PAGES = Path.of("..", "docs", "protocol");
    private static final Pattern RULE = Pattern.compile("(?m)^- (?:\\*\\*)?(R[0-9]+)(?:\\*\\*)?:? (?!◦)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (R[0-9]+) \\| `(\\w+)#(\\w+)` \\|$");

    @Test
    void each_rule_of_joint_threads_and_seats_names_its_test() throws IOException {
        var rules = new TreeSet<String>();
        for (var page : new String[] {"joint.md", "seats.md"}) {
            RULE.matcher(Files.readString(PAGES.resolve(page))).results().forEach(it -> rules.add(it.group(1)));
        }
        // What is sent and how is told in README too, with tests of its own.
        rules.removeAll(java.util.Set.of("R80", "R81"));
        var rows = new TreeMap<String, String>();
        ROW.matcher(Files.readString(PAGES.resolve("rules-and-tests.md")))
                .results()
                .forEach(it -> rows.put(it.group(1), it.group(2) + "#" + it.group(3)));

        assertThat(rules).hasSizeGreaterThan(30);
        assertThat(rows.keySet()).isEqualTo(rules);
        var tests = tests();
        rows.forEach((rule, test) -> {
            var named = test.split("#");
            assertThat(tests.getOrDefault(named[0], ""))
                    .as("%s: %s", rule, test)
                    .contains("void " + named[1] + "(");
        });
    }

    private static Map<String, String> tests() throws IOException {
        var found = new TreeMap<String, String>();
        for (var module : new String[] {"node", "proof"}) {
            try (Stream<Path> all = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                for (var each :
                        all.filter(it -> it.toString().endsWith("Test.java")).toList()) {
                    found.put(each.getFileName().toString().replace(".java", ""), Files.readString(each));
                }
            }
        }
        return found;
    }
}
