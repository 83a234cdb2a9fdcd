package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A guide calls each practice State as the practice network does, so that a newcomer finds its chairs. */
class StatesOfGuidesTest {

    private static final Pattern NAMED = Pattern.compile("([A-Z][a-z]+) \\((X[A-Z])\\)");
    private static final Path ENTRIES = House.root().resolve("node/src/main/resources/practice/entries");

    @Test
    void the_name_before_a_code_is_that_of_its_entry() throws IOException {
        var named = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        try (var guides = Files.list(House.root().resolve("docs/how-to"))) {
            for (var guide : guides.filter(it -> it.toString().endsWith(".md")).toList()) {
                var found = NAMED.matcher(Files.readString(guide));
                while (found.find()) {
                    named.add(found.group());
                    if (!found.group(1).equals(name(found.group(2))))
                        wrong.add(guide.getFileName() + ": " + found.group());
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(2);
        assertThat(wrong).isEmpty();
    }

    private static String name(String code) throws IOException {
        var entry = new JsonMapper().readTree(Files.readAllBytes(ENTRIES.resolve(code + "-1.json")));
        return entry.at("/names/en").asString();
    }
}
