package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.Compartments;
import org.comity.casework.OpenCalls;
import org.comity.casework.PreparedActs;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentAct.Progress;
import org.comity.casework.UnsentActs;
import org.comity.identity.DutyRota;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Order;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.ListPage;
import org.comity.ui.PagesForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A handover names the step that the desk names, and the hour at which what is held leaves. */
class HandingOverTest {

    private static final Instant NOW = Instant.parse("2026-12-23T20:00:00Z");
    private static final Instant CHRISTMAS_EVE = Instant.parse("2026-12-24T08:00:00Z");

    private static final Official OKELL = new Official("okell", "O. Kell", "XA-1/o-2", Set.of(Duty.DUTY_OFFICER));

    private final Requests requests = mock();
    private final UnsentActs unsent = mock();
    private final PreparedActs prepared = mock();
    private final Compartments compartments = mock(Compartments.class, CALLS_REAL_METHODS);
    private final HandoverRows notes = mock();
    private final SeenLines seen = mock();
    private final AwaitingAcknowledgements awaiting = mock();
    private final CountingShift counting = mock();

    @BeforeEach
    void nothing_else() {
        when(requests.list(any(), any(), any(), anyInt())).thenReturn(new Requests.Page(List.of(), null));
        inHand();
    }

    @Test
    void what_our_node_filled_in_goes_before_what_the_state_alone_would_say() {
        due(row("t1", "not-matched"));
        when(prepared.first(List.of("t1"))).thenReturn(Map.of("t1", "matched"));

        assertThat(lines()).extracting(Handover.Line::next).containsExactly("disclosure.act.matched");
    }

    @Test
    void a_line_says_what_its_request_is_about_to_whom_it_is_not_closed() {
        var row = row("t3", "answer");
        when(row.subject("en")).thenReturn("Stored data");
        due(row);
        when(requests.ofThreads(List.of("t3"))).thenReturn(List.of(row));

        doReturn(Set.of()).when(compartments).hiddenFrom("okell");
        assertThat(view().subjects()).isEqualTo(Map.of("t3", "Stored data"));

        doReturn(Set.of("t3")).when(compartments).hiddenFrom("okell");
        assertThat(view().due()).extracting(Handover.Line::thread).containsExactly("t3");
        assertThat(view().subjects()).isEmpty();
    }

    @Test
    void an_emergency_that_they_have_not_acknowledged_is_handed_over_with_the_number_to_call() {
        var line = new Handover.Line(
                "t9",
                "XA-2026-000009",
                "XB-1",
                NOW,
                false,
                "handover.not-acknowledged",
                true,
                "",
                null,
                "/requests/XA-2026-000009");
        when(awaiting.lines()).thenReturn(List.of(line));
        when(awaiting.phones(List.of(line))).thenReturn(Map.of("t9", "+999 2 555 0100"));

        assertThat(view().due()).containsExactly(line);
        assertThat(view().phones()).containsEntry("t9", "+999 2 555 0100");
    }

    @Test
    void a_note_says_where_more_emergencies_wait_than_it_names() {
        var line = new Handover.Line(
                "t9",
                "XA-2026-000009",
                "XB-1",
                NOW,
                false,
                Handover.NOT_ACKNOWLEDGED,
                true,
                "",
                null,
                "/requests/XA-2026-000009");
        assertThat(drawn(Collections.nCopies(Handover.MOST_AWAITED, line)))
                .contains("No more than 50 emergencies", "/desk?view=WAITING");
        assertThat(drawn(Collections.nCopies(Handover.MOST_AWAITED - 1, line))).doesNotContain("No more than");
    }

    private static String drawn(List<Handover.Line> lines) {
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "desk/handoverlines.jte",
                        Map.of(
                                "page",
                                PagesForTests.english(NOW),
                                "lines",
                                lines,
                                "subjects",
                                Map.of(),
                                "phones",
                                Map.of(),
                                "standing",
                                Map.of(),
                                "moreDue",
                                false,
                                "moreCalls",
                                false),
                        out);
        return out.toString();
    }

    @Test
    void posting_a_letter_goes_before_any_act() {
        var letter = row("t2", "answer");
        when(letter.toPost()).thenReturn(true);
        due(letter);

        assertThat(lines()).extracting(Handover.Line::next).containsExactly("letters.post");
    }

    @Test
    void what_ends_tonight_is_read_in_the_order_in_which_it_ends_whatever_else_is_due() {
        var tonight = row("t4", "extend");
        when(tonight.dueBy()).thenReturn(null);
        when(tonight.until()).thenReturn(NOW.plus(Duration.ofHours(3)));
        var later = row("t5", "extend");
        when(later.until()).thenReturn(NOW.plus(Duration.ofDays(9)));

        listed(Requests.View.ENDS_SOON, Order.ENDS, new Requests.Page(List.of(tonight, later), "goes on"));

        assertThat(lines()).extracting(Handover.Line::thread).containsExactly("t4");
        assertThat(view().moreDue()).isFalse();
    }

    @Test
    void more_than_a_page_in_these_hours_is_said_and_kept_in_the_note() {
        var tonight = row("t4", "extend");
        when(tonight.until()).thenReturn(NOW.plus(Duration.ofHours(3)));
        listed(Requests.View.ENDS_SOON, Order.ENDS, new Requests.Page(List.of(tonight), "goes on"));

        assertThat(view().moreDue()).isTrue();
        handing().write("", OKELL);
        verify(notes).add(argThat(Handover::moreDue));

        listed(Requests.View.ENDS_SOON, Order.ENDS, new Requests.Page(List.of(tonight), null));
        assertThat(view().moreDue()).isFalse();
    }

    @Test
    void what_is_held_says_when_it_leaves() {
        var draft = mock(Draft.class);
        when(draft.counterpart()).thenReturn("XB-1");
        when(draft.law()).thenReturn("disclosure");
        when(draft.type()).thenReturn("ask");
        when(draft.notBefore()).thenReturn(CHRISTMAS_EVE);
        inHand(new UnsentAct(
                draft, Progress.HELD, "", "", "", NOW.minusSeconds(60), null, List.of(), 0, List.of(), null));

        var line = lines().getFirst();
        assertThat(line.leaves()).isEqualTo(CHRISTMAS_EVE);
        assertThat(line.stands()).isEqualTo("handover.in-hand.leaves");
    }

    private void inHand(UnsentAct... acts) {
        when(unsent.page(any(), any(), any())).thenReturn(new UnsentActs.Page(List.of(acts), "next"));
        when(unsent.saying(any(), any(), any())).thenReturn(new UnsentActs.Found(List.of(acts), false));
    }

    private void due(RequestRow row) {
        listed(Requests.View.OURS_TO_ACT, Order.DUE, new Requests.Page(List.of(row), null));
    }

    private void listed(Requests.View view, Order order, Requests.Page page) {
        when(requests.list(argThat(it -> it != null && it.view() == view), eq(order), any(), anyInt()))
                .thenReturn(page);
    }

    private static RequestRow row(String thread, String next) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.reference()).thenReturn(thread);
        when(row.address()).thenReturn(thread);
        when(row.counterpart()).thenReturn("XB-1");
        when(row.law()).thenReturn("disclosure");
        when(row.next()).thenReturn(next);
        when(row.dueBy()).thenReturn(NOW);
        return row;
    }

    @Test
    void the_note_names_who_takes_over_by_the_rota_and_never_its_author() {
        var author = watch("maren");
        var next = watch("okell");
        var rota = new DutyRota.Now(List.of(author), next, null);
        assertThat(rota.after("maren")).contains(next);
        assertThat(new DutyRota.Now(List.of(author, next), null, null).after("maren"))
                .contains(next);
        assertThat(new DutyRota.Now(List.of(), author, null).after("maren")).isEmpty();
    }

    private static DutyRota.Watch watch(String officer) {
        return new DutyRota.Watch(officer, officer, NOW, NOW.plusSeconds(60), "", "");
    }

    @Test
    void a_note_is_shown_as_its_reader_may_see_it() {
        var kept = new Handover(1, "maren", NOW, "kept", 1, List.of(), false, false, null, null, null, null);
        var left = new Handover(1, "maren", NOW, "left", 1, List.of(), false, false, null, null, null, null);
        var by = mock(Official.class);
        when(notes.find(1)).thenReturn(Optional.of(kept));
        when(seen.of(List.of(kept), by)).thenReturn(List.of(left));

        assertThat(handing().note(1, by, Language.ENGLISH).handover()).isEqualTo(left);
    }

    private List<Handover.Line> lines() {
        return view().due();
    }

    private HandoversView view() {
        return handing().view("", FormProblems.NONE, OKELL, Language.ENGLISH);
    }

    private HandingOver handing() {
        OpenCalls calls = mock();
        when(calls.open(any())).thenReturn(new ListPage<>(List.of(), false));
        return new HandingOver(
                notes,
                requests,
                new HandingOverInHand(unsent),
                new DueInShift(requests, prepared, mock()),
                compartments,
                mock(Officials.class, CALLS_REAL_METHODS),
                mock(Ledger.class),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Optional::empty,
                calls,
                seen,
                awaiting,
                counting);
    }

    @Test
    void whoever_takes_over_says_to_have_read_the_promises_and_what_is_to_be_watched() {
        var promise =
                new Handover.Line("t1", "r1", "XB-1", NOW, false, "promises.answer", false, "", null, "/requests/r1");
        var due = new Handover.Line("t2", "r2", "XB-1", NOW, false, "", false, "", null, "/requests/r2");
        standing(List.of(promise, due));
        when(notes.taken(eq(1L), any(), any())).thenReturn(true);

        assertThat(handing().takeOver(1, Set.of(), OKELL)).isFalse();
        assertThat(handing().takeOver(1, Set.of(Handover.PROMISES), OKELL)).isFalse();
        verify(notes, never()).taken(anyLong(), any(), any());
        assertThat(handing().takeOver(1, Set.of(Handover.PROMISES, Handover.WATCH), OKELL))
                .isTrue();
        verify(notes).taken(eq(1L), eq("okell"), any());

        standing(List.of(promise));
        assertThat(handing().takeOver(1, Set.of(Handover.PROMISES), OKELL)).isTrue();
        standing(List.of());
        assertThat(handing().takeOver(1, Set.of(), OKELL)).isTrue();
    }

    private void standing(List<Handover.Line> lines) {
        var note = new Handover(1, "maren", NOW, "kept", 1, lines, false, false, null, null, null, null);
        when(notes.find(1)).thenReturn(Optional.of(note));
        when(seen.of(List.of(note), OKELL)).thenReturn(List.of(note));
    }

    @Test
    void the_figures_of_the_shift_are_kept_with_the_note() {
        var figures = new ShiftFigures(NOW, 14, 13, 2, 9, 4);
        when(counting.of("okell", NOW)).thenReturn(figures);
        handing().write("words", OKELL);
        verify(notes).add(argThat(it -> figures.equals(it.figures())));
    }
}
