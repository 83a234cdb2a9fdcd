package org.comity.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.ui.Page;
import org.comity.ui.PagesForTests;
import org.junit.jupiter.api.Test;

/** What a body says is shown by words of the reader's language, never by the names that programs use. */
class BodyRowTest {

    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
    private static final Page ARABIC = PagesForTests.arabic(NOW);
    private static final Page ENGLISH = PagesForTests.english(NOW);

    private static final Map<String, Object> NEED = Map.of(
            "title", "Shown elsewhere",
            "state", "XA",
            "asked", "train-le",
            "units", 12,
            "unit", "persons",
            "mode", "online",
            "cause", List.of("law", "people"),
            "articles", List.of("54", "56"),
            "together", List.of(Map.of("state", "XB", "note", "the same course")));

    @Test
    void keys_and_choices_have_words_in_arabic() {
        assertThat(NEED.keySet()).hasSize(9);
        var rows = BodyRow.of(NEED);

        assertThat(rows).hasSize(9);
        assertThat(rows)
                .allSatisfy(it -> assertThat(it.called(ARABIC)).doesNotContainPattern("[A-Za-z]"))
                .extracting(it -> it.called(ARABIC))
                .contains("الدولة", "نوع المساعدة", "بالاشتراك مع · 1 · الدولة");
        assertThat(said(rows, "asked", ARABIC)).doesNotContain("train-le");
        assertThat(said(rows, "cause", ARABIC)).doesNotContain("law");
        assertThat(said(rows, "asked", ENGLISH)).isEqualTo("Training of investigators");
        assertThat(said(rows, "cause", ENGLISH)).isEqualTo("Law · People");
        assertThat(said(rows, "articles", ENGLISH)).contains("54, 56");
    }

    @Test
    void a_review_is_shown_in_words_too() {
        var rows = BodyRow.of(Map.of(
                "round", "2027-1", "step", "Planned", "plan", List.of(Map.of("what", "خطوة", "due", "2027-04-30"))));

        assertThat(rows)
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.called(ARABIC)).doesNotContainPattern("[A-Za-z]"));
        assertThat(said(rows, "step", ENGLISH)).isEqualTo("Plan made");
    }

    @Test
    void an_instant_is_shown_as_a_time_and_what_has_no_words_as_it_came() {
        var rows = BodyRow.of(Map.of("at", "2026-11-27T08:30:00Z", "never-heard-of", "train-le", "asked", "other"));

        assertThat(said(rows, "at", ENGLISH)).startsWith("<time").contains("27 Nov 2026");
        assertThat(rows).extracting(it -> it.called(ENGLISH)).contains("never-heard-of");
        assertThat(said(rows, "never-heard-of", ENGLISH)).isEqualTo("train-le");
        assertThat(said(rows, "asked", ENGLISH)).isEqualTo("other");
    }

    @Test
    void what_somebody_wrote_is_never_markup() {
        var rows = BodyRow.of(Map.of("why", "<b>&</b>"));

        assertThat(said(rows, "why", ENGLISH)).doesNotContain("<b>");
    }

    private static String said(List<BodyRow> rows, String key, Page page) {
        return rows.stream()
                .filter(it -> it.path().getLast().equals(key))
                .findFirst()
                .orElseThrow()
                .said(page)
                .toString();
    }
}
