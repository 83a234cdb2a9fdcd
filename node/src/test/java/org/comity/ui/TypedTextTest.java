package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void nothing_is_an_empty_text() {
        assertThat(TypedText.clean(null)).isEmpty();
    }
}
