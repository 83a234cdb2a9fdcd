package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The words of the help page are known again in a heading, whole and in either language. */
class MeaningsBelowTest {

    private static final Page ENGLISH = PagesForTests.english(Instant.EPOCH);
    private static final Page ARABIC = PagesForTests.arabic(Instant.EPOCH);

    @Test
    void a_word_is_found_where_it_stands_whole() {
        assertThat(MeaningsBelow.of(ENGLISH, "Acknowledge. We have it.")).containsExactly(14);
        assertThat(MeaningsBelow.of(ENGLISH, "Propose conditions")).containsExactly(15);
        assertThat(MeaningsBelow.of(ENGLISH, "A contract is no word; traffic data are, and an act"))
                .containsExactly(11, 2);
        assertThat(MeaningsBelow.of(ENGLISH, "Nothing here")).isEmpty();
    }

    @Test
    void in_arabic_with_what_is_written_together_with_it() {
        assertThat(MeaningsBelow.of(ARABIC, "إلى السلطة المركزية")).contains(8);
        assertThat(MeaningsBelow.of(ARABIC, "والشروط")).contains(15);
    }

    @Test
    void of_many_the_four_longest() {
        assertThat(MeaningsBelow.of(
                        ENGLISH, "Ground for refusal, subscriber information, use limit, node, act, register"))
                .hasSize(4)
                .doesNotContain(2, 6);
    }
}
