package org.comity.casework.checkwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A word that is read over the telephone, and found again however it is typed. */
class CheckWordTest {

    @Test
    void each_is_eight_letters_in_two_groups_that_look_like_nothing_else() {
        var words = Stream.generate(CheckWord::made).limit(200).toList();
        assertThat(words).isNotEmpty().allMatch(it -> it.matches("[CDFGHJKMPQRTVWXY]{4}-[CDFGHJKMPQRTVWXY]{4}"));
        assertThat(words).doesNotHaveDuplicates();
    }

    @Test
    void it_is_found_however_its_letters_and_spaces_are_typed() {
        var mark = CheckWord.mark("21/27-a", "KRHP-CWMX");
        assertThat(CheckWord.mark("21 / 27A", "krhp cwmx")).isEqualTo(mark);
        assertThat(CheckWord.mark("٢١/٢٧-A", " KRHPCWMX")).isEqualTo(mark);
        assertThat(CheckWord.mark("21/28-a", "KRHP-CWMX")).isNotEqualTo(mark);
        assertThat(CheckWord.mark("21/27-a", "KRHP-CWMY")).isNotEqualTo(mark);
        assertThat(CheckWord.mark("21/27-aK", "RHP-CWMX")).isNotEqualTo(mark);
    }

    @Test
    void in_a_search_it_stands_before_its_number_or_after_it_and_never_alone() {
        var mark = CheckWord.mark("21/27-a", "KRHP-CWMX");
        assertThat(CheckWord.marks("21/27-A krhp cwmx")).contains(mark);
        assertThat(CheckWord.marks("KRHP-CWMX, 21 / 27-a")).contains(mark);
        assertThat(CheckWord.marks("KRHP-CWMX")).isEmpty();
        assertThat(CheckWord.marks("21/27-a AEIO-UAEI")).isEmpty();
        assertThat(CheckWord.marks("1".repeat(200) + "KRHP-CWMX")).isEmpty();
    }
}
