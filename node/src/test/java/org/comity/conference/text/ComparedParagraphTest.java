package org.comity.conference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.conference.text.NextVersionTest.paragraph;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.conference.text.ComparedParagraph.Kind;
import org.comity.conference.text.ComparedParagraph.Piece;
import org.junit.jupiter.api.Test;

/** What two versions have in common and what they do not, word by word. */
class ComparedParagraphTest {

    @Test
    void only_what_changed_is_marked() {
        assertThat(ComparedParagraph.pieces("for 90 days from service.", "for 60 days from service, renewable."))
                .containsExactly(
                        new Piece(Kind.SAME, "for "),
                        new Piece(Kind.REMOVED, "90"),
                        new Piece(Kind.ADDED, "60"),
                        new Piece(Kind.SAME, " days from service"),
                        new Piece(Kind.ADDED, ", renewable"),
                        new Piece(Kind.SAME, "."));
    }

    @Test
    void paragraphs_are_told_apart_by_their_keys_and_not_by_their_numbers() {
        var earlier = List.of(
                paragraph(1, 1, "Stays.", ParagraphStatus.OPEN),
                paragraph(2, 2, "Goes.", ParagraphStatus.OPEN),
                paragraph(3, 3, "Moves.", ParagraphStatus.OPEN));
        var later = List.of(
                paragraph(1, 4, "New.", ParagraphStatus.OPEN),
                paragraph(2, 1, "Stays.", ParagraphStatus.OPEN),
                paragraph(3, 3, "Moves on.", ParagraphStatus.OPEN));

        assertThat(ComparedParagraph.of(earlier, later))
                .extracting(ComparedParagraph::kind, ComparedParagraph::place, ComparedParagraph::before)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.ADDED, 1, 0),
                        org.assertj.core.groups.Tuple.tuple(Kind.SAME, 2, 1),
                        org.assertj.core.groups.Tuple.tuple(Kind.REMOVED, 0, 2),
                        org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, 3, 3));
    }

    @Test
    void from_the_pieces_both_versions_can_be_put_together_again() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var words = List.of("order", " ", "data", ", ", "[", "]", "\n", "العهد", "’s", "60", "😀", "  ", ".");
        for (int round = 0; round < 500; round++) {
            var was = sentence(random, words);
            var now = sentence(random, words);
            var pieces = ComparedParagraph.pieces(was, now);

            assertThat(joined(pieces, Kind.ADDED)).as("seed %d", seed).isEqualTo(was);
            assertThat(joined(pieces, Kind.REMOVED)).as("seed %d", seed).isEqualTo(now);
        }
    }

    private static String joined(List<Piece> pieces, Kind without) {
        return pieces.stream()
                .filter(it -> it.kind() != without)
                .map(Piece::words)
                .collect(Collectors.joining());
    }

    private static String sentence(Random random, List<String> words) {
        return IntStream.range(0, random.nextInt(20))
                .mapToObj(it -> words.get(random.nextInt(words.size())))
                .collect(Collectors.joining());
    }
}
