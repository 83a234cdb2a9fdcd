package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.comity.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What turns letters around is seen wherever a template writes words of others. */
class HarmlessOutputTest {

    private static final String TURNED = "\u202Egnp.exe";

    private final StringOutput written = new StringOutput();
    private final HarmlessOutput out = new HarmlessOutput(written);

    @BeforeEach
    void nothing_is_written() {
        assertThat(written.toString()).isEmpty();
    }

    @Test
    void in_a_sentence_and_in_what_is_read_aloud() {
        out.setContext("p", null);
        out.writeUserContent(TURNED);
        out.setContext("a", "aria-label");
        out.writeUserContent(TURNED);
        assertThat(written).hasToString("[U+202E]gnp.exe[U+202E]gnp.exe");
    }

    @Test
    void in_what_another_template_drew() {
        out.setContext("p", null);
        out.writeUserContent(SafeHtml.text(TURNED));
        assertThat(written).hasToString("[U+202E]gnp.exe");
    }

    /** Else the next press would send other words. */
    @Test
    void what_was_typed_goes_back_into_its_field_as_it_was() {
        out.setContext("textarea", null);
        out.writeUserContent(TURNED);
        out.setContext("input", "value");
        out.writeUserContent(TURNED);
        assertThat(written).hasToString(TURNED + TURNED);
    }

    /** Whatever sentence of ours holds it: a phone number in Arabic is read from its first digit. */
    @Test
    void on_a_page_from_right_to_left_what_reads_from_left_to_right_is_isolated() {
        var arabic = new HarmlessOutput(written, true);
        arabic.setContext("p", null);
        arabic.writeUserContent("اتصلوا على +999 7 555 0142 بشأن XB-2026-000017 <الآن>");
        assertThat(written)
                .hasToString("اتصلوا على <bdi dir=\"ltr\">+999 7 555 0142</bdi> بشأن "
                        + "<bdi dir=\"ltr\">XB-2026-000017</bdi> &lt;الآن&gt;");
    }

    @Test
    void latin_words_stay_with_their_number() {
        var arabic = new HarmlessOutput(written, true);
        arabic.setContext("p", null);
        arabic.writeUserContent("Case 14/26");
        arabic.writeUserContent("Illegal access");
        assertThat(written).hasToString("<bdi dir=\"ltr\">Case 14/26</bdi>Illegal access");
    }

    @Test
    void what_can_hold_no_markup_has_none() {
        var arabic = new HarmlessOutput(written, true);
        arabic.setContext("option", null);
        arabic.writeUserContent("XB-1");
        arabic.setContext("input", "value");
        arabic.writeUserContent("XB-2");
        assertThat(written).hasToString("XB-1XB-2");
    }

    @Test
    void every_template_is_drawn_into_it() throws IOException {
        var others = new ArrayList<Path>();
        try (var sources = Files.walk(House.root().resolve("node/src/main/java"))) {
            for (var each :
                    sources.filter(it -> it.toString().endsWith(".java")).toList()) {
                var source = Files.readString(each);
                if (source.contains("gg.jte.TemplateEngine")
                        && source.contains(".render(")
                        && !source.contains("new HarmlessOutput(")) {
                    others.add(each);
                }
            }
        }
        assertThat(others).isEmpty();
    }
}
