package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StyleTest {

    private static final Path SHEET = Path.of("src/main/resources/static/assets/comity.css");
    private static final Path TEMPLATES = Path.of("src/main/jte");

    @Test
    void the_sheet_names_no_physical_side() throws IOException {
        var sides = Pattern.compile("(?:(?:margin|padding|border|inset)-(?:left|right)|[;{\\s](?:left|right)\\s*:"
                + "|(?:float|clear|text-align)\\s*:\\s*(?:left|right)|(?:top|bottom)-(?:left|right)-radius)");

        assertThat(sides.matcher(Files.readString(SHEET)).results().map(it -> it.group()))
                .isEmpty();
    }

    /** What is printed at the edge of each page must be true of that page; a sheet knows of no request. */
    @Test
    void the_sheet_names_no_request() throws IOException {
        assertThat(Pattern.compile("[A-Z]{2}-[0-9]{4}-[0-9]{6}")
                        .matcher(Files.readString(SHEET))
                        .results())
                .isEmpty();
    }

    @Test
    void four_lengths_are_the_same_on_both_sides() throws IOException {
        var uneven = Pattern.compile("(?:margin|padding)\\s*:\\s*([^;}]+)")
                .matcher(Files.readString(SHEET))
                .results()
                .map(it -> it.group(1).replace("!important", "").strip())
                .filter(it -> it.split("\\s+").length == 4 && !it.split("\\s+")[1].equals(it.split("\\s+")[3]));

        assertThat(uneven).isEmpty();
    }

    @Test
    void no_template_has_inline_style_or_script() throws IOException {
        var forbidden = Pattern.compile("\\sstyle=|<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+=\"|javascript:");
        for (var file : templates()) {
            assertThat(forbidden.matcher(Files.readString(file)).results().map(it -> it.group()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void no_template_has_words_of_its_own() throws IOException {
        var word = Pattern.compile(">\\s*[A-Z][a-z]+ [a-z]+[^<>{}$@]*<");
        for (var file : templates()) {
            assertThat(word.matcher(Files.readString(file)).results().map(it -> it.group()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void the_sheet_and_the_scripts_stay_light() throws IOException {
        assertThat(Files.size(SHEET)).isLessThan(60_000);
        assertThat(Files.size(SHEET.resolveSibling("live.js")) + Files.size(SHEET.resolveSibling("keys.js")))
                .isLessThan(16_000);
    }

    private static List<Path> templates() throws IOException {
        try (var all = Files.walk(TEMPLATES)) {
            return all.filter(it -> it.toString().endsWith(".jte")).toList();
        }
    }
}
