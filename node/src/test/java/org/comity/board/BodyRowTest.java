package org.comity.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comity.ui.Page;
import org.comity.ui.PagesForTests;
import org.junit.jupiter.api.Tag;
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
                .contains("الدولة", "نوع المساعدة", "بالاشتراك مع، بحسب قول الدولة الطالبة · 1 · الدولة");
        assertThat(said(rows, "asked", ARABIC)).doesNotContain("train-le");
        assertThat(said(rows, "cause", ARABIC)).doesNotContain("law");
        assertThat(said(rows, "asked", ENGLISH)).isEqualTo("Training of investigators");
        assertThat(said(rows, "cause", ENGLISH)).isEqualTo("Law · People");
        assertThat(said(rows, "articles", ENGLISH)).contains("54, 56");
    }

    /** Sixty-four kilobytes of numbers would be a page of thirty thousand lines, for whoever asks. */
    @Test
    void a_body_that_is_one_long_list_ends_with_a_line_that_says_it_goes_on() {
        var rows = BodyRow.of(Map.of(
                "lists",
                java.util.stream.IntStream.range(0, 500)
                        .mapToObj(it -> List.of(it, Map.of("n", it), it))
                        .toList()));

        assertThat(rows).hasSize(1_001);
        assertThat(rows.getLast().value()).isEqualTo("…");
    }

    /** A decision of the Conference is read in a seat here and nowhere else. */
    @Test
    void words_are_shown_whole_however_long_they_are() {
        var words = "It decides to ask States again. ".repeat(500) + "It ends here.";
        var rows = BodyRow.of(Map.of("decision", words));

        assertThat(rows).extracting(BodyRow::value).containsExactly(words);
    }

    @Test
    void yes_no_and_languages_are_words() {
        var rows = BodyRow.of(
                Map.of("withdrawn", false, "chatham", true, "language", "en", "missing", List.of("fr", "ar")));

        assertThat(said(rows, "withdrawn", ENGLISH)).isEqualTo("No");
        assertThat(said(rows, "chatham", ARABIC)).isEqualTo("نعم");
        assertThat(said(rows, "language", ENGLISH)).isEqualTo("English");
        assertThat(said(rows, "language", ARABIC)).isEqualTo("الإنجليزية");
        assertThat(said(rows, "missing", ENGLISH)).isEqualTo("French · Arabic");
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

    /** A long table of law or figures is read to its end. */
    @Test
    void of_a_long_body_every_line_is_on_the_page() {
        var sixtyTwo = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= BodyRow.FIRST + 2; i++) sixtyTwo.add(Map.of("note", "said " + i + "."));
        var rows = BodyRow.of(Map.of("together", sixtyTwo));
        assertThat(rows).hasSize(BodyRow.FIRST + 2);

        var html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("board/rows.jte", Map.of("page", ENGLISH, "rows", rows), html);
        var parts = html.toString().split("<details>");
        assertThat(parts).hasSize(2);
        assertThat(parts[0]).contains("said 60.").doesNotContain("said 61.");
        assertThat(parts[1]).contains("2 more lines", "said 61.", "said 62.");
    }

    /** A host writes what it likes: no value and no key of its bodies may break the page of everybody else. */
    @Tag("long")
    @Test
    void whatever_a_host_writes_there_is_a_line_of_it() throws IOException {
        var words = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (var file :
                    files.filter(it -> it.toString().endsWith("_en.properties")).toList()) {
                try (var lines = Files.lines(file)) {
                    lines.filter(it ->
                                    it.startsWith("acts.") || it.startsWith("board.") || it.startsWith("conference."))
                            .map(it -> it.split(" *=", 2)[0].strip())
                            .forEach(words::add);
                }
            }
        }
        assertThat(words).hasSizeGreaterThan(300);
        var values = new ArrayList<>(List.of(
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0000-01-01",
                "9999-12-31",
                "2026-02-30",
                ", ",
                ",,, , ",
                "{0}",
                "{n, plural, one {",
                "\u0000",
                "\ud800",
                "\u202e"));
        words.forEach(it ->
                values.add(it.replaceFirst("^(acts|board|conference)\\.((key|change|who|taken|status)\\.)?", "")));
        for (var page : List.of(ENGLISH, ARABIC)) {
            for (var key :
                    List.of("accepted", "kind", "who", "taken", "status", "a", "12", "999999999", "1234567890123")) {
                for (var value : values) {
                    var body = new TreeMap<String, Object>(Map.of("kind", "acts", "said", Map.of(key, value)));
                    body.put(key, value);
                    body.put(value, List.of(1L, Map.of(), List.of(List.of())));
                    for (var row : BodyRow.of(body)) {
                        assertThatCode(() -> {
                                    row.called(page);
                                    row.said(page);
                                })
                                .as("%s: %s", row.path(), row.value())
                                .doesNotThrowAnyException();
                    }
                }
            }
        }
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
