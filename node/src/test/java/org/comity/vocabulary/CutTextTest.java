package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.comity.proof.form.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTextTest {

    @ParameterizedTest
    @CsvSource({
        "abc, 3, abc",
        "abcd, 3, abc",
        "ab😀, 4, ab😀",
        "ab😀, 3, ab",
        "ab😀c, 4, ab😀",
        "😀, 1, ''",
        "abc, 0, ''"
    })
    void it_ends_behind_a_whole_character(String text, int most, String expected) {
        assertThat(CutText.to(text, most)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"abc, 3, abc", "abcd, 3, ab…", "ab cd, 4, ab…", "a😀bcd, 3, a…"})
    void what_is_shown_says_that_it_goes_on(String text, int most, String expected) {
        assertThat(CutText.shown(text, most)).isEqualTo(expected);
    }

    @Test
    void what_is_cut_can_be_sealed() {
        var title = CutText.to("x".repeat(199) + "😀", 200);

        assertThat(CanonicalJson.write(Map.of("title", title))).asString().contains("x".repeat(199));
    }
}
