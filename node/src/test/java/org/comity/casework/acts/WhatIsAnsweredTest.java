package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.comity.assistance.ByLetter;
import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever writes an answer sees what it answers. */
class WhatIsAnsweredTest extends Officers {

    @Autowired
    private ByLetter letters;

    @Test
    void the_question_stands_above_the_field_of_its_answer_and_the_request_is_folded_below() throws Exception {
        var reference = sent("XD-1", ordinary(), "tolva").reference();
        letters.says(reference, "ask", Map.of("text", "Which of the two accounts do you mean?"), Map.of());

        var form = page("duty-officer", "/requests/" + reference + "/answer", "en");

        assertThat(form)
                .contains("What they said last", "Which of the two accounts do you mean?", "Show the request")
                .contains("Forged notices.", "<dt>In their words</dt>");
        assertThat(form.indexOf("Which of the two accounts do you mean?")).isLessThan(form.indexOf("name=\"text\""));
        assertThat(page("oversight", "/requests/" + reference + "/readers", "en"))
                .as("who read it is on record")
                .contains(official("maren").name());
    }

    @Test
    void before_the_other_said_anything_the_request_alone_is_shown() throws Exception {
        var reference = sent("XD-1", ordinary(), "tolva").reference();

        assertThat(page("duty-officer", "/requests/" + reference + "/withdraw", "en"))
                .contains("Show the request", "Forged notices.")
                .doesNotContain("What they said last");
    }
}
