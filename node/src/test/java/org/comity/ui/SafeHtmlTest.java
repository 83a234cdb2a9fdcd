package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

    /** Else the name of a program looks like that of a picture. */
    @Test
    void what_turns_the_letters_around_is_seen_wherever_others_words_are_shown() {
        assertThat(SafeHtml.ltr("\u202Egnp.exe").html())
                .contains("[U+202E]gnp.exe")
                .doesNotContain("\u202E");
        assertThat(SafeHtml.isolated("a\u202Eelpmaxe.liam@x"))
                .contains("U+202E")
                .doesNotContain("\u202E");
        assertThat(SafeHtml.isolated("\u200Fالقضية 7"))
                .as("a mark that good sentences have stays")
                .contains("\u200F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XA-2026-000417",
                "42(8)",
                "41(3)(e)",
                "14:00 UTC",
                "13:18:04 UTC",
                "+999",
                "sha-256",
                "XA-1",
                "7/24"
            })
    void a_run_with_figures_keeps_its_direction_and_leaves_the_full_stop_outside(String run) {
        assertThat(SafeHtml.isolated("المادة " + run + "."))
                .isEqualTo("المادة <bdi class=\"ltr\" dir=\"ltr\">" + run + "</bdi>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"الوصول (المادة 7)", "60 يوماً", "نقطة Comity هنا", "(اختياري)"})
    void words_and_bare_figures_are_left_alone(String sentence) {
        assertThat(SafeHtml.isolated(sentence)).isEqualTo(sentence);
    }

    @Test
    void what_came_from_outside_is_escaped() {
        assertThat(SafeHtml.isolated("<img src=x onerror=\"a1('b')\">"))
                .doesNotContain("<img", "\"a", "('")
                .startsWith("&lt;img");
        assertThat(SafeHtml.text("<&\"'>").html()).isEqualTo("&lt;&amp;&quot;&#39;&gt;");
        assertThat(SafeHtml.ltr("<b>").html()).contains("&lt;b&gt;");
    }
}
