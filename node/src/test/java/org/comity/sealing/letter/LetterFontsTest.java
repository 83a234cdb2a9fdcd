package org.comity.sealing.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A letter is set in the fonts that travel with the program, in whichever language it is written. */
class LetterFontsTest {

    private static final Path LETTERS = Path.of("src/main/resources/messages/letters");

    @Test
    void every_character_of_every_language_of_letters_has_its_form() throws IOException {
        var fonts = new LetterFonts();
        try (var files = Files.list(LETTERS)) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(60)
                    .allSatisfy(file -> assertThat(
                                    Files.readString(file).codePoints().filter(it -> it != '\n' && !fonts.show(it)))
                            .as(file.toString())
                            .isEmpty());
        }
    }
}
