package org.comity.conference.text;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.comity.board.BoardWords;
import org.comity.conference.PublicTexts.PublicParagraph;
import org.comity.conference.PublicTexts.PublicText;
import org.junit.jupiter.api.Test;

class TextOnBoardTest {

    @Test
    void a_board_says_in_words_how_a_text_and_each_paragraph_stands() {
        var paragraphs = Stream.of("open", "bracketed", "ad-referendum", "agreed")
                .map(it -> new PublicParagraph(1, "They shall meet.", it))
                .toList();
        BoardWords.hold(TextOnBoard.json(new PublicText(
                "rules-1", "Rules", "en", 2, LocalDate.of(2026, 10, 1), "open", List.copyOf(paragraphs))));
    }
}
