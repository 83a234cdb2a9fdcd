package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
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

    /** The page of chairs words them itself, in the reader's language; desk and directory take them from the entry. */
    @Test
    void the_page_of_chairs_names_each_capital_as_its_entry_does() throws IOException {
        var messages = House.root().resolve("node/src/main/resources/messages");
        var files = Map.of("en", "identity_en", "ar", "identity_ar", "fr", "parts/shell_fr");
        for (var file : files.entrySet()) {
            var words = new Properties();
            try (var in = Files.newBufferedReader(messages.resolve(file.getValue() + ".properties"))) {
                words.load(in);
            }
            for (var code : List.of("XA", "XB", "XC", "XD", "XE", "XF", "XU")) {
                assertThat(words.getProperty("identity.state." + code + ".capital"))
                        .as(code + " " + file.getKey())
                        .isEqualTo(entry(code).at("/capitals/" + file.getKey()).asString());
            }
        }
    }

    private static String name(String code) throws IOException {
        return entry(code).at("/names/en").asString();
    }

    private static JsonNode entry(String code) throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(ENTRIES.resolve(code + "-1.json")));
    }
}
