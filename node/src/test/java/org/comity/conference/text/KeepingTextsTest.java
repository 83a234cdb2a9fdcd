package org.comity.conference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.PaperBoard;
import org.comity.conference.Voices;
import org.comity.conference.text.KeptText.Paragraph;
import org.comity.conference.text.KeptText.Version;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** Whoever makes a version or says how far a paragraph has come reads the text only once nobody else is at it. */
class KeepingTextsTest {

    private boolean here = true;
    private final TextRows rows = mock(TextRows.class);
    private final CommentRows comments = mock(CommentRows.class);
    private final Voices voices = mock(Voices.class);
    private final KeepingTexts keeping = new KeepingTexts(
            () -> here, rows, comments, voices, mock(PaperBoard.class), mock(Ledger.class), Clock.systemUTC());
    private final Official by = new Official("maren", "Maren", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER));

    KeepingTextsTest() {
        when(rows.find("order")).thenReturn(Optional.of(new KeptText(5, "order", "Order", "en", "The chair", true)));
        when(rows.versions(5)).thenReturn(List.of(new Version(1, LocalDate.of(2026, 11, 28), null, "")));
        when(rows.paragraphs(5, 1))
                .thenReturn(List.of(new Paragraph(1, 1, "States may ask.", ParagraphStatus.OPEN, "")));
        when(rows.version(anyLong(), any(), any(), any(), any())).thenReturn(true);
    }

    @Test
    void how_far_a_paragraph_has_come_is_said_of_the_version_that_is_newest_then() {
        keeping.status("order", 1, 1, "agreed", "", by);

        var order = inOrder(rows);
        order.verify(rows).lock(5);
        order.verify(rows).versions(5);
        order.verify(rows).paragraphs(5, 1);
        order.verify(rows).status(eq(5L), eq(1), any(), any(), any());
    }

    /** A State's node beside the Secretariat's reads what that one publishes, and keeps nothing of it. */
    @Test
    void where_another_node_keeps_the_texts_nothing_is_written() {
        here = false;

        assertThatExceptionOfType(ConferenceRefused.class)
                .isThrownBy(() -> keeping.status("order", 1, 1, "agreed", "", by))
                .satisfies(it -> assertThat(it.code()).isEqualTo("conference.hosted-elsewhere"));
        assertThatExceptionOfType(ConferenceRefused.class)
                .isThrownBy(() -> keeping.open(new TextForm(Map.of("title", "Order")), by));
        verifyNoInteractions(rows);
    }

    /** What an officer wrote for an hour comes back with the form. */
    @Test
    void a_version_that_cannot_stand_says_so_at_its_form() {
        var moved = keeping.version("order", 2, new TextForm(Map.of("words-1", "States can ask.")), by);
        assertThat(moved.all()).extracting(FormProblems.Problem::key).containsExactly("texts.problem.moved");

        when(rows.paragraphs(5, 1))
                .thenReturn(List.of(
                        new Paragraph(1, 1, "States may ask.", ParagraphStatus.AGREED, ""),
                        new Paragraph(2, 2, "Soon.", ParagraphStatus.OPEN, "")));
        var form = new TextForm(Map.of("words-1", "States can ask.", "words-2", "At once."));
        assertThat(keeping.version("order", 1, form, by).all())
                .containsExactly(new FormProblems.Problem("", "error.texts.agreed", Map.of("n", "1")));
        var many = new TextForm(Map.of("after-2", "More.\n\n".repeat(NextVersion.MOST)));
        assertThat(keeping.version("order", 1, many, by).all())
                .extracting(FormProblems.Problem::key)
                .containsExactly("error.texts.large");
        verify(rows, never()).version(anyLong(), any(), any(), any(), any());
    }

    /** What was found: a comment of an hour was lost on a page that said to open another. */
    @Test
    void what_is_said_of_a_version_that_is_the_newest_no_more_comes_back_with_its_words() {
        when(rows.versions(5))
                .thenReturn(List.of(
                        new Version(1, LocalDate.of(2026, 11, 28), null, ""),
                        new Version(2, LocalDate.of(2026, 11, 29), null, "")));
        when(rows.paragraphs(5, 2)).thenReturn(List.of(new Paragraph(1, 1, "States can.", ParagraphStatus.OPEN, "")));
        var said = new TextForm(Map.of("voice", "XB", "words", "We agree.", "channel", "mail", "day", "2026-11-28"));

        assertThat(List.of(keeping.comment("order", 1, 1, said, by), keeping.status("order", 1, 1, "agreed", "", by)))
                .allSatisfy(it -> assertThat(it.all())
                        .containsExactly(new FormProblems.Problem("", "texts.problem.newer", Map.of())));
        assertThat(keeping.comment("order", 1, 2, said, by).all())
                .containsExactly(new FormProblems.Problem("", "texts.problem.gone", Map.of()));
        verify(rows, never()).status(anyLong(), anyInt(), any(), any(), any());
    }

    @Test
    void a_status_that_cannot_be_is_said_at_its_field() {
        when(rows.paragraphs(5, 1))
                .thenReturn(List.of(
                        new Paragraph(1, 1, "States may ask.", ParagraphStatus.AGREED, ""),
                        new Paragraph(2, 2, "States [may] ask.", ParagraphStatus.OPEN, "")));

        assertThat(keeping.status("order", 1, 1, "open", "", by).all())
                .containsExactly(new FormProblems.Problem("why", "texts.problem.no-reason", Map.of()));
        assertThat(keeping.status("order", 1, 2, "agreed", "", by).all())
                .containsExactly(new FormProblems.Problem("status", "texts.problem.brackets", Map.of()));
        assertThat(keeping.status("order", 1, 2, "open", "w".repeat(1_001), by).all())
                .containsExactly(new FormProblems.Problem(
                        "why", "texts.problem.why-long", Map.of("most", "1000", "length", "1001")));
        verify(rows, never()).status(anyLong(), anyInt(), any(), any(), any());
    }

    @Test
    void where_no_more_is_kept_it_is_said_what_there_is_too_much_of() {
        when(rows.count()).thenReturn(TextRows.MOST_TEXTS);
        var opening = Map.of("key", "new", "title", "New", "language", "en", "editor", "The chair", "words", "One.");
        assertThat(keeping.open(new TextForm(opening), by).all())
                .containsExactly(new FormProblems.Problem("", "texts.problem.most-texts", Map.of("most", "500")));

        when(voices.of("XB", "en")).thenReturn(Optional.of(new Voices.Voice("XB", "Belmora", true)));
        when(comments.full(5, 1, "XB")).thenReturn(true);
        var said = Map.of("voice", "XB", "words", "We agree.", "channel", "mail", "day", "2026-11-28");
        assertThat(keeping.comment("order", 1, 1, new TextForm(said), by).all())
                .containsExactly(new FormProblems.Problem("voice", "texts.problem.voice-full", Map.of("most", "1000")));

        when(rows.versions(5)).thenReturn(List.of(new Version(99, LocalDate.of(2026, 11, 28), null, "")));
        assertThat(keeping.version("order", 99, new TextForm(Map.of("words-1", "States can ask.")), by)
                        .all())
                .containsExactly(new FormProblems.Problem("", "texts.problem.most-versions", Map.of("most", "99")));
    }

    @Test
    void the_next_version_is_made_of_what_stands_then() {
        keeping.version("order", 1, new TextForm(Map.of("words-1", "States can ask.")), by);

        var order = inOrder(rows);
        order.verify(rows).lock(5);
        order.verify(rows).versions(5);
        order.verify(rows).paragraphs(5, 1);
        order.verify(rows).version(eq(5L), any(), any(), any(), any());
    }
}
