package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A browser cuts what is pasted beyond a length without a word: a text is kept whole, and told at its field. */
class WholeTextsTest {

    private static final Path PAGES = Path.of("src/main/jte");

    private static final Pattern CUT =
            Pattern.compile("@template\\.ui\\.area\\([^\\n]*\\bmax = [1-9]|<textarea[^>]*maxlength=\"[0-9]");

    /** An address that is asked for bears no more; notes on a call are kept beside each page of a draft. */
    private static final List<String> BOUNDED = List.of("paper/tray.jte", "casework/compose/call.jte");

    @Test
    void no_page_cuts_a_text() throws IOException {
        try (var files = Files.walk(PAGES)) {
            assertThat(files.filter(it -> it.toString().endsWith(".jte"))
                            .filter(it -> CUT.matcher(read(it)).find())
                            .map(it -> PAGES.relativize(it).toString()))
                    .containsExactlyInAnyOrderElementsOf(BOUNDED);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
