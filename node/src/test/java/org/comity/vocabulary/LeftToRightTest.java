package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.comity.vocabulary.LeftToRight.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeftToRightTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999 2 555 0117",
                "+999 (2) 555-0117",
                "198.51.100.7",
                "203.0.113.0/25",
                "2001:db8::1",
                "::1",
                "2026-11-20 22:14:05 UTC",
                "2026-11-19T07:12 +02:00",
                "14:07 UTC",
                "2026-11-19 07:12 Europe/Lisbon",
                "XA-2026-004405",
                "10-131/26",
                "accounts.csv",
                "shop-admin@mail.example",
                "https://evil.example/pay?x=1&y=2",
                "https://evil.example/",
                "7f3a90c1 e5520d18 … a86b52de",
                "40(21)(b)",
                "0123456789abcdef",
                "disk image.E01",
                "24/7 Contact Point",
                "Art. 41(3)"
            })
    void is_kept_in_one_piece_in_arabic(String run) {
        for (var sentence : new String[] {"هاتف %s، ليلاً", "هنا (%s)", "%s هنا", "من %s."}) {
            var pieces = LeftToRight.pieces(sentence.formatted(run));
            assertThat(pieces).as(sentence).contains(new Piece(run, true));
            assertThat(pieces.stream().filter(Piece::kept)).hasSize(1);
            assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                    .isEqualTo(sentence.formatted(run));
        }
    }

    @Test
    void two_numbers_with_words_between_them_are_two() {
        assertThat(LeftToRight.pieces("اتصلوا بالرقم +999 2 555 0117 أو +999 2 555 0118 ثم 14:07 UTC"))
                .filteredOn(Piece::kept)
                .extracting(Piece::text)
                .containsExactly("+999 2 555 0117", "+999 2 555 0118", "14:07 UTC");
    }

    /** A counterpart writes what it likes: length costs time in proportion, and no stack. */
    @ParameterizedTest
    @CsvSource({
        "'a ',24/7",
        "'a. ',7 24/7",
        "abcdefgh,24/7",
        "'7f3a90c1 ',24/7",
        "'14:07 ',24/7",
        "a.,b",
        "'24/7 ',a",
        "ab-,@ 24/7"
    })
    void a_long_field_is_cut_in_good_time_on_a_small_stack(String again, String end) throws Exception {
        for (int length : new int[] {8_000, 100_000}) {
            var sentence = "ه " + again.repeat(length / again.length()) + end;
            var whole = new CompletableFuture<String>();
            var small = new Thread(
                    null,
                    () -> {
                        try {
                            whole.complete(LeftToRight.pieces(sentence).stream()
                                    .map(Piece::text)
                                    .collect(Collectors.joining()));
                        } catch (Throwable fault) {
                            whole.completeExceptionally(fault);
                        }
                    },
                    "small",
                    256 << 10);
            small.start();
            assertThat(whole.get(10, TimeUnit.SECONDS).equals(sentence)).isTrue();
        }
    }

    @Test
    void as_many_words_as_stand_before_it_belong_to_it() {
        assertThat(LeftToRight.pieces("هنا one two three four five six seven eight nine St. John's 24/7"))
                .contains(new Piece("one two three four five six seven eight nine St. John's 24/7", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "الوصول (المادة 7)",
                "60 يوماً",
                "نقطة Comity هنا",
                "Example Host",
                "",
                "من 1 أكتوبر إلى 22 نوفمبر 2026"
            })
    void words_and_bare_figures_are_left_alone(String sentence) {
        assertThat(LeftToRight.pieces(sentence)).noneMatch(Piece::kept);
    }
}
