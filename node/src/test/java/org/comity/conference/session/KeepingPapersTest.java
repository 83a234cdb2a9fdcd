package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.conference.PaperBoard;
import org.comity.conference.TypedPaper;
import org.comity.conference.session.ConferenceSession.Paper;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** A file stands under the symbol with which it was registered, whoever registers another one at the same time. */
class KeepingPapersTest {

    private static final byte[] PDF = "%PDF-1.7 words".getBytes(StandardCharsets.US_ASCII);

    private final SessionRows sessions = mock(SessionRows.class);
    private final PaperRows rows = mock(PaperRows.class);
    private final KeepingPapers keeping = new KeepingPapers(
            () -> true,
            sessions,
            rows,
            mock(PaperBoard.class),
            it -> !it.startsWith("69"),
            mock(Ledger.class),
            Clock.systemUTC());
    private final Official by = new Official("maren", "Maren", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER));

    KeepingPapersTest() {
        var day = LocalDate.of(2026, 11, 28);
        when(sessions.find("prac-3"))
                .thenReturn(Optional.of(new ConferenceSession(3, "prac-3", "Third", "Here", day, day, true, null)));
        // Another officer's document came in between, and is the last one of the session.
        when(rows.ofSession(3)).thenReturn(List.of(paper(7), paper(8)));
        when(rows.find(7)).thenReturn(Optional.of(paper(7)));
    }

    @Test
    void the_file_goes_to_the_document_that_was_registered() {
        when(rows.register(eq(3L), any(), any(), any())).thenReturn(Optional.of(7L));

        assertThat(keeping.register("prac-3", form(), PDF, by).any()).isFalse();

        verify(rows).add(eq(7L), any(), eq(PDF), any(), any());
        verify(rows, never()).add(eq(8L), any(), any(), any(), any());
    }

    @Test
    void a_symbol_that_is_taken_keeps_no_file() {
        when(rows.register(eq(3L), any(), any(), any())).thenReturn(Optional.empty());

        assertThat(keeping.register("prac-3", form(), PDF, by).any()).isTrue();

        verify(rows, never()).add(anyLong(), any(), any(), any(), any());
    }

    @Test
    void an_article_that_the_convention_does_not_have_is_refused_at_its_field() {
        assertThat(keeping.register("prac-3", form("24, 69(1)"), PDF, by).at("articles"))
                .isPresent();
        assertThat(keeping.register("prac-3", form("24, sixty"), PDF, by).at("articles"))
                .isPresent();
        verify(rows, never()).register(anyLong(), any(), any(), any());
    }

    private static TypedPaper form() {
        return form("24, 42(3)(a)");
    }

    private static TypedPaper form(String articles) {
        return new TypedPaper(
                Map.of("symbol", "CONF/PRAC/3/7", "title", "Draft", "original", "en", "articles", articles));
    }

    private static Paper paper(long id) {
        return new Paper(
                id,
                "prac-3",
                null,
                "CONF/PRAC/3/" + id,
                "Draft",
                "en",
                true,
                LocalDate.of(2026, 11, 28),
                List.of(),
                List.of());
    }
}
