package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A form says what stood on its page. */
class SeenMarkTest {

    private static final FormProblems CHANGED = FormProblems.NONE.with("words", SeenMark.PROBLEM);
    private static final FormProblems EMPTY = FormProblems.NONE.with("words", "some.needed");

    @Test
    void other_words_have_another_mark_wherever_they_stand() {
        assertThat(SeenMark.of("one", "two")).isEqualTo(SeenMark.of("one", "two"));
        assertThat(SeenMark.of("one", "two"))
                .isNotEqualTo(SeenMark.of("onet", "wo"))
                .isNotEqualTo(SeenMark.of("two", "one"))
                .isNotEqualTo(SeenMark.of("one", "two", ""));
        assertThat(SeenMark.of("")).isNotEqualTo(SeenMark.NOTHING);
    }

    @Test
    void a_form_carries_what_was_seen_first_until_its_page_says_that_it_changed() {
        assertThat(SeenMark.carried("now", "", FormProblems.NONE)).isEqualTo("now");
        assertThat(SeenMark.carried("now", "first", EMPTY)).isEqualTo("first");
        assertThat(SeenMark.carried("now", "first", CHANGED)).isEqualTo("now");
    }
}
