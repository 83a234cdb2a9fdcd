package org.comity.conference.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.comity.ui.FormProblems.Problem;
import org.junit.jupiter.api.Test;

class TextFormTest {

    @Test
    void a_paragraph_that_is_too_long_is_told_where_it_was_typed() {
        var longest = "x".repeat(4_000);
        var form = new TextForm(Map.of(
                "words-1", longest,
                "words-2", longest + "y",
                "after-0", longest + "\n\n" + longest,
                "after-2", longest + "y\n\nz"));

        assertThat(form.version(LocalDate.parse("2027-03-01")).all())
                .extracting(Problem::field)
                .containsExactly("after-2", "words-2");
    }
}
