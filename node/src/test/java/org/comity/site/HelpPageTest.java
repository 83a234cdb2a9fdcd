package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.casework.Officers;
import org.comity.ui.Language;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** Anybody, without an account, finds words, keys and guides. */
class HelpPageTest extends Officers {

    @Test
    void a_stranger_reads_what_words_mean_and_which_keys_there_are() throws Exception {
        assertThat(shown("/help", "en"))
                .contains("Without effect", "An act that came too late", "id=\"keys\"", "Report as preserved")
                .doesNotContain("help.word.", "help.guide.", "ui.key.", "class=\"rail\"");
        assertThat(shown("/help", "ar")).contains("dir=\"rtl\"", "بلا أثر").doesNotContain("help.word.", "help.guide.");
    }

    @Test
    void a_stranger_reads_whom_to_ask_and_what_was_not_tried() throws Exception {
        assertThat(shown("/help", "en"))
                .contains("href=\"#contact\"", "its administrator, whom your authority names", "id=\"accessibility\"")
                .contains("Nobody who uses a screen reader");
        assertThat(shown("/help", "ar")).contains("من يُسأل", "WCAG 2.2");
    }

    @Test
    void a_browser_that_asks_for_it_has_rows_that_stand_close() throws Exception {
        var kept = web.perform(post("/choices")
                        .param("rows", "compact")
                        .cookie(seat("duty-officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getCookie("rows");
        assertThat(kept.getValue()).isEqualTo("compact");
        var asked = web.perform(get("/help").cookie(kept)).andReturn().getResponse();
        assertThat(asked.getContentAsString()).contains("class=\"compact\"");
        assertThat(shown("/help", "en")).doesNotContain("class=\"compact\"");
    }

    /** In each language that has this page; what nobody has read is said to be so. */
    @Test
    void a_stranger_reads_how_far_each_language_is() throws Exception {
        assertThat(shown("/help", "en")).contains("href=\"/help/languages\"");
        for (var language : List.of("en", "ar", "fr", "es")) {
            assertThat(shown("/help/languages", language))
                    .contains(
                            "<html lang=\"" + language + "\"", "lang=\"es\" dir=\"ltr\">Español", "dir=\"rtl\">العربية")
                    .doesNotContain("languages.part.", "languages.nothing");
        }
        assertThat(shown("/help/languages", "en"))
                .contains(
                        "Every letter between two States",
                        "No person whose language it is has read it yet",
                        "Nothing yet");
    }

    @Test
    void every_guide_of_the_documentation_is_there() throws Exception {
        try (var files = Files.list(Path.of("../docs/how-to"))) {
            assertThat(files.map(it -> it.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(guides());
        }
        for (var guide : guides()) {
            assertThat(shown("/help/guides/" + guide, "en"))
                    .contains(Files.readAllLines(Path.of("../docs/how-to", guide + ".md"))
                            .getFirst()
                            .replace("'", "&#39;"));
        }
        web.perform(get("/help/guides/..%2Fapplication")).andExpect(status().is4xxClientError());
        web.perform(get("/help/guides/nothing")).andExpect(status().isNotFound());
    }

    /** Who reads the documentation in the repository finds the same guides in the same groups and order. */
    @Test
    void the_index_of_the_documentation_lists_them_as_the_page_does() throws Exception {
        var words = WordsForTests.load();
        var wanted = Arrays.stream(GuideGroup.values())
                .map(group -> "## " + words.say(Language.ENGLISH, group.key()) + "\n\n"
                        + group.guides().stream()
                                .map(it -> "- [" + words.say(Language.ENGLISH, "help.guide." + it) + "](how-to/" + it
                                        + ".md)\n")
                                .collect(Collectors.joining()))
                .toList();
        assertThat(Files.readString(Path.of("../docs/README.md"))).contains(wanted);
    }

    private static List<String> guides() {
        return Arrays.stream(GuideGroup.values())
                .flatMap(it -> it.guides().stream())
                .toList();
    }

    private String shown(String path, String language) throws Exception {
        return web.perform(get(path).cookie(new Cookie("lang", language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
