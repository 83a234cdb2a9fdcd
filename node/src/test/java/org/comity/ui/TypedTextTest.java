package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TypedTextTest {

    @Test
    void what_stays_of_a_text_is_what_its_description_says() {
        assertThat(TypedText.clean("a\r\nb\tc\nd")).isEqualTo("a\nb\tc\nd");
        assertThat(TypedText.clean("a\r\0\u0007\u001b\u007fb")).isEqualTo("ab");
        assertThat(TypedText.clean("a\u0080\u200fb")).isEqualTo("a\u0080\u200fb");
        assertThat(TypedText.clean("\ud83dx\ude00")).isEqualTo("x");
        assertThat(TypedText.clean("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(TypedText.clean("\ud83d\u0007\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(TypedText.clean("e\u0301")).isEqualTo("\u00e9");
        assertThat(TypedText.clean(" \n a \t")).isEqualTo("a");
    }

    /** U+202E turned {@code gnp.evil} into what looks like {@code live.png}. */
    @Test
    void a_line_holds_nothing_that_turns_or_hides_it_and_every_letter() {
        assertThat(TypedText.line("a\u202Egnp.evil\u202C")).isEqualTo("agnp.evil");
        assertThat(TypedText.line("a\u2066b\u2069\u200Bc\uFEFFd\u00ADe")).isEqualTo("abcde");
        assertThat(TypedText.line("a\nb\u2028c")).isEqualTo("a b c");
        assertThat(TypedText.line("\u202E\u200F ")).isEmpty();
        var arabic = "\u0627\u0644\u0645\u0627\u062F\u0629\u200F 25\u061C";
        assertThat(TypedText.line(arabic)).isEqualTo(arabic);
        var persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
        assertThat(TypedText.line(persian)).isEqualTo(persian);
    }

    /** A year that nobody typed to its end has fewer than four digits. */
    @Test
    void a_day_is_of_a_year_that_can_be_right() {
        assertThat(TypedText.day("2000-01-01")).isPresent();
        assertThat(TypedText.day("2200-12-31")).isPresent();
        assertThat(TypedText.day("1999-12-31")).isEmpty();
        assertThat(TypedText.day("2201-01-01")).isEmpty();
        assertThat(TypedText.dayOfLaw("1804-03-21")).isPresent();
        assertThat(TypedText.dayOfLaw("0202-03-21")).isEmpty();
        assertThat(TypedText.dayOfLaw("2201-01-01")).isEmpty();
        assertThat(TypedText.dayOfLaw(null)).isEmpty();
    }

    /** A form comes before any length is looked at, and to sort so many marks would take minutes. */
    @Test
    void of_endless_marks_the_first_stay() {
        var endless = "b" + "\u0301".repeat(250_000) + "\u0316".repeat(250_000) + "c";
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThat(TypedText.clean(endless)).isEqualTo("b" + "\u0301".repeat(30) + "c"));
    }

    @Test
    void nothing_is_an_empty_text() {
        assertThat(TypedText.clean(null)).isEmpty();
    }
}
