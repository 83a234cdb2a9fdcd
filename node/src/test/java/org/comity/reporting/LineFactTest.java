package org.comity.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.ledger.Ledger;
import org.comity.ui.Page;
import org.comity.ui.PagesForTests;
import org.junit.jupiter.api.Test;

/** A fact of a line of the log is told in words, however old the line is. */
class LineFactTest {

    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    /** No line of the log is ever written anew, so that a name that code gave up still stands there. */
    @Test
    void a_line_that_bears_a_name_of_long_ago_is_told_in_the_words_of_today() {
        for (var page : List.of(PagesForTests.english(NOW), PagesForTests.arabic(NOW))) {
            assertThat(said(page, "CONSIDERED_40_22")).isEqualTo(said(page, "CONSIDERED_DISCRIMINATION"));
        }
        assertThat(said(PagesForTests.english(NOW), "CONSIDERED_40_22")).isEqualTo("Discrimination considered");
    }

    private static String said(Page page, String kind) {
        var line = new Ledger.Line(1, NOW, "maren", "file.line-added", "t", Map.of("kind", kind), "ab");
        return LineFact.of(page, line, List.of()).getFirst().value().toString();
    }
}
