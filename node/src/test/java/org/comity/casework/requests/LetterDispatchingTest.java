package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.procedure.Dispatch;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.thread.TabledState;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a letter left is judged once nobody else writes to its request; what goes on is withdrawn, not left unposted. */
class LetterDispatchingTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private final DispatchRows rows = mock();
    private final RequestRows requests = mock();
    private final FoldingWithoutLetters known = mock();
    private final Threads threads = mock();
    private final RequestRow row = mock();
    private final Official maren = mock();
    private final LetterDispatching letters = new LetterDispatching(
            rows,
            requests,
            known,
            threads,
            mock(Procedures.class),
            mock(LivePages.class),
            mock(OurAims.class),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void a_letter_of_an_open_request() {
        var act = mock(KeptAct.class, RETURNS_DEEP_STUBS);
        when(act.id()).thenReturn("a1");
        when(act.thread()).thenReturn("t");
        when(act.envelope().time()).thenReturn(NOON);
        when(threads.act("a1")).thenReturn(Optional.of(act));
        when(threads.opening("t")).thenReturn(Optional.of(act));
        when(maren.id()).thenReturn("maren");
        when(row.thread()).thenReturn("t");
        stands(false);
    }

    @Test
    void what_another_officer_said_meanwhile_is_read_before_it_is_corrected() {
        said(posted());
        when(requests.lock("t")).then(_ -> {
            said(waits());
            return Optional.empty();
        });

        assertThatThrownBy(() -> letters.corrected("t", "a1", Channel.MAIL, DAY, "", null, maren))
                .hasMessageContaining("paper.not-posted");
        said(posted());
        assertThatThrownBy(() -> letters.notLeft("t", "a1", maren)).hasMessageContaining("paper.not-posted");
        verify(rows, never()).corrected(any(), any(), any());
        verify(rows, never()).notLeft(any(), any(), any());
    }

    @Test
    void what_another_officer_posted_meanwhile_is_not_left_unposted() {
        stands(true);
        said(waits());
        when(requests.lock("t")).then(_ -> {
            said(posted());
            return Optional.empty();
        });

        assertThatThrownBy(() -> letters.notPosted(row, "a1", "why", maren)).hasMessageContaining("paper.not-ready");
        verify(rows, never()).notPosted(any(), any(), any(), any(), any());
    }

    @Test
    void the_opening_letter_of_a_request_that_is_open_and_nobodys_turn_is_withdrawn_first() {
        said(waits());
        when(row.turn()).thenReturn(RequestRow.Turn.NOBODY);
        assertThatThrownBy(() -> letters.notPosted(row, "a1", "why", maren))
                .hasMessageContaining("paper.withdraw-first");

        stands(true);
        assertThat(letters.notPosted(row, "a1", "why", maren)).containsExactly("a1");
    }

    @Test
    void nothing_left_or_came_on_a_day_to_come() {
        said(posted());
        assertThatThrownBy(() -> letters.corrected("t", "a1", Channel.MAIL, DAY.plusDays(2), "", null, maren))
                .hasMessageContaining("paper.in-the-future");
        assertThatThrownBy(() -> letters.corrected("t", "a1", Channel.MAIL, DAY, "", DAY.plusDays(2), maren))
                .hasMessageContaining("paper.in-the-future");
    }

    private void said(Dispatch letter) {
        when(rows.of("t")).thenReturn(List.of(letter));
        when(rows.ofAct("t", "a1")).thenReturn(Optional.of(letter));
    }

    private static Dispatch posted() {
        return new Dispatch("a1", NOON, NOON, Channel.BAG, "", DAY, "maren", NOON, null);
    }

    private static Dispatch waits() {
        return new Dispatch("a1", NOON, NOON, null, "", null, null, null, null);
    }

    private void stands(boolean ended) {
        when(threads.find("t"))
                .thenReturn(Optional.of(new Threads.Thread(
                        "t",
                        "disclosure/1",
                        "XA-2026-000001",
                        "XD-1",
                        Role.REQUESTED,
                        true,
                        false,
                        new TabledState(Map.of("name", ended ? "Closed" : "Withheld"), ended),
                        1,
                        null,
                        NOON,
                        NOON)));
    }
}
