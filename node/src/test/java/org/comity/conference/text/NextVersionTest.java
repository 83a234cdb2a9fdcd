package org.comity.conference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.conference.text.KeptText.Paragraph;
import org.comity.conference.text.NextVersion.TypedParagraphs;
import org.junit.jupiter.api.Test;

/** A version is made from the one before it, and what stands is not changed on the way. */
class NextVersionTest {

    private static final List<Paragraph> BEFORE = List.of(
            paragraph(1, 1, "First words.", ParagraphStatus.AGREED),
            paragraph(2, 2, "Second words.", ParagraphStatus.BRACKETED),
            paragraph(3, 3, "Third words.", ParagraphStatus.OPEN));

    @Test
    void paragraphs_are_parted_by_an_empty_line_and_numbered() {
        var first = NextVersion.first("One.\nstill one.\n  \n\nTwo.\n");

        assertThat(first.paragraphs()).extracting(Paragraph::words).containsExactly("One.\nstill one.", "Two.");
        assertThat(first.paragraphs()).extracting(Paragraph::key).containsExactly(1, 2);
    }

    @Test
    void a_paragraph_keeps_its_key_and_its_status_unless_its_words_change() {
        var next = NextVersion.of(
                BEFORE,
                7,
                new TypedParagraphs(Map.of(2, "Other words.", 3, "Third words."), Map.of(1, "Between.\n\nAnd more.")));

        assertThat(next.paragraphs())
                .containsExactly(
                        paragraph(1, 1, "First words.", ParagraphStatus.AGREED),
                        paragraph(2, 8, "Between.", ParagraphStatus.OPEN),
                        paragraph(3, 9, "And more.", ParagraphStatus.OPEN),
                        paragraph(4, 2, "Other words.", ParagraphStatus.OPEN),
                        paragraph(5, 3, "Third words.", ParagraphStatus.OPEN));
    }

    @Test
    void what_is_agreed_is_neither_changed_nor_left_out() {
        for (var status : List.of(ParagraphStatus.AGREED, ParagraphStatus.AD_REFERENDUM)) {
            var before = List.of(paragraph(1, 1, "First words.", status));
            for (var words : List.of("First word.", "")) {
                assertThatThrownBy(() ->
                                NextVersion.of(before, 1, new TypedParagraphs(Map.of(1, words), Map.of(1, "More."))))
                        .isInstanceOfSatisfying(
                                TextRefused.class, it -> assertThat(it.code()).isEqualTo("texts.agreed"));
            }
        }
    }

    @Test
    void an_emptied_paragraph_is_left_out_and_one_that_the_form_did_not_bring_stays() {
        var next = NextVersion.of(BEFORE, 3, new TypedParagraphs(Map.of(2, ""), Map.of()));

        assertThat(next.paragraphs()).extracting(Paragraph::key).containsExactly(1, 3);
    }

    @Test
    void a_version_in_which_nothing_changes_is_none() {
        assertThatThrownBy(() ->
                        NextVersion.of(BEFORE, 3, new TypedParagraphs(Map.of(2, "Second words. "), Map.of(3, " \n"))))
                .hasMessageContaining("texts.same");
        assertThatThrownBy(() -> NextVersion.of(BEFORE.subList(1, 2), 3, new TypedParagraphs(Map.of(2, ""), Map.of())))
                .as("nothing would be left")
                .hasMessageContaining("texts.same");
    }

    @Test
    void there_is_an_end_to_what_is_kept() {
        var many = IntStream.range(0, NextVersion.MOST + 1)
                .mapToObj(it -> "p" + it)
                .collect(Collectors.joining("\n\n"));
        assertThatThrownBy(() -> NextVersion.first(many)).isInstanceOf(TextRefused.class);
        assertThatThrownBy(() -> NextVersion.first("x".repeat(NextVersion.LONGEST + 1)))
                .isInstanceOf(TextRefused.class);
    }

    @Test
    void the_whole_is_no_further_than_its_last_paragraph() {
        assertThat(ParagraphStatus.ofWhole(List.of())).isEqualTo(ParagraphStatus.OPEN);
        assertThat(ParagraphStatus.ofWhole(List.of(ParagraphStatus.AGREED, ParagraphStatus.OPEN)))
                .isEqualTo(ParagraphStatus.OPEN);
        assertThat(ParagraphStatus.ofWhole(List.of(ParagraphStatus.BRACKETED, ParagraphStatus.AD_REFERENDUM)))
                .isEqualTo(ParagraphStatus.BRACKETED);
        assertThat(ParagraphStatus.ofWhole(List.of(ParagraphStatus.AGREED, ParagraphStatus.AD_REFERENDUM)))
                .isEqualTo(ParagraphStatus.AD_REFERENDUM);
        assertThat(ParagraphStatus.ofWhole(List.of(ParagraphStatus.AGREED))).isEqualTo(ParagraphStatus.AGREED);
    }

    @Test
    void fields_of_other_names_are_no_paragraphs() {
        var typed = NextVersion.typed(Map.of("words-3", " a ", "words-x", "b", "after-0", "c", "words-12345", "d"));

        assertThat(typed).isEqualTo(new TypedParagraphs(Map.of(3, "a"), Map.of(0, "c")));
    }

    static Paragraph paragraph(int place, int key, String words, ParagraphStatus status) {
        return new Paragraph(place, key, words, status, "");
    }
}
