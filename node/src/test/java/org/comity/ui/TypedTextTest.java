package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypedTextTest {

    /** Ends of lines, control characters, halves of pairs, marks that compose, and what lies between. */
    private static final int[] POINTS = {
        '\r', '\n', '\t', 0, 7, 0x1b, 0x7f, 0x80, ' ', 'a', 'e', 0x301, 0xe9, 0x645, 0xa0, 0x200f, 0xd83d, 0xde00,
        0x1f600
    };

    @Test
    void what_stays_of_a_text_is_what_its_description_says() {
        var random = new Random(7);
        for (int n = 0; n < 2_000; n++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
            }
            assertThat(TypedText.clean(text.toString())).as(escaped(text)).isEqualTo(described(text.toString()));
        }
    }

    @Test
    void nothing_is_an_empty_text() {
        assertThat(TypedText.clean(null)).isEmpty();
    }

    private static String described(String text) {
        var whole = text.replace("\r\n", "\n").replaceAll("\\p{Cs}", "").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
        return Normalizer.normalize(whole, Normalizer.Form.NFC).strip();
    }

    private static String escaped(CharSequence text) {
        return text.codePoints().mapToObj("%x "::formatted).reduce("", String::concat);
    }
}
