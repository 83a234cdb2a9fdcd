package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.procedure.Composition;
import org.comity.ui.FormProblems.Problem;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** What cannot be right on a page of legal assistance is told on that page, and not at the preview. */
class RowsWellSaidTest {

    private final Composition pages = PracticeFiles.pages("assistance/1", mock(Directory.class), WordsForTests.load());

    @Test
    void half_an_assurance_holds_its_page_and_none_at_all_does_not() {
        var half = whole("assurances", List.of(Map.of("kind", "use", "words", "", "by", "")));
        assertThat(pages.holds(half, "purpose")).isTrue();
        assertThat(pages.problems(half, "purpose").at("assurances.0.words")).isPresent();

        assertThat(pages.holds(whole("assurances", List.of()), "purpose")).isFalse();
        assertThat(pages.holds(whole("purpose", ""), "purpose"))
                .as("what is left out holds nobody")
                .isFalse();
    }

    @Test
    void what_is_preserved_is_so_until_a_day_that_still_comes() {
        var over = whole("preservedUntil", "2020-01-01T23:59:59Z");
        assertThat(pages.holds(over, "preserved")).isTrue();
        assertThat(pages.problems(over, "preserved").at("preservedUntil").map(Problem::key))
                .contains("assistance.needed.ahead");
        assertThat(pages.holds(whole("preservedUntil", ""), "preserved")).isFalse();
    }

    private static Map<String, Object> whole(String key, Object said) {
        var body =
                new HashMap<>(WholeAct.of("assistance/1", "request", Map.of()).body());
        body.put(key, said);
        return body;
    }
}
