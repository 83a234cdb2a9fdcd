package org.comity.capacity.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.capacity.DatesOfHelp;
import org.comity.capacity.DatesOfHelp.NextDay;
import org.comity.capacity.KeptList;
import org.comity.capacity.WaitingNeeds;
import org.comity.casework.CaseAccess;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.Requests;
import org.comity.proof.act.Envelope;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for our yes stands before all else, what has ended stands nowhere, and the next day comes first. */
class ReadingCapacityTest {

    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");
    private static final Official MAREN = new Official("maren", "M. Okell", "A7K2", Set.of(Duty.DUTY_OFFICER));

    private final Requests requests = mock();
    private final Threads threads = mock();
    private final CapacityProcedures procedures = mock();
    private final DatesOfHelp dates = mock();
    private final WaitingNeeds total = mock();
    private final KeptList kept = mock();
    private final CaseAccess access = mock();
    private final List<KeptAct> said = new ArrayList<>();

    @BeforeEach
    void a_state() {
        when(procedures.laws()).thenReturn(List.of("capacity-need", "capacity-activity"));
        when(procedures.needs()).thenReturn("capacity-need");
        when(procedures.offers()).thenReturn("capacity-offer");
        when(procedures.awaitsYes("Proposed")).thenReturn(true);
        when(procedures.ended("Closed")).thenReturn(true);
        when(total.total()).thenReturn(Optional.empty());
        when(access.mayRead(any())).thenReturn(true);
        when(threads.effective(any())).thenReturn(said);
        ours();
    }

    @Test
    void what_waits_for_our_yes_stands_apart_with_the_day_until_which_it_waits() {
        var proposed = row("need", "Proposed", Role.REQUESTING, Turn.OURS);
        var asked = row("question", "FactsAsked", Role.REQUESTING, Turn.OURS);
        var theirs = row("theirs", "Proposed", Role.REQUESTED, Turn.OURS);
        ours(asked, theirs, proposed);
        of("capacity-need", proposed, asked);
        says("need", "submit", Map.of("audience", "participants"));
        says("need", "propose", Map.of("round", "2027-4", "placed", "4", "answerUntil", "2027-06-08T12:00:00Z"));

        var view = reading().read(MAREN);

        assertThat(view.proposals()).singleElement().satisfies(it -> {
            assertThat(it.row()).isSameAs(proposed);
            assertThat(it.round()).isEqualTo("2027-4");
            assertThat(it.placed()).isEqualTo("4");
            assertThat(it.answerUntil()).isEqualTo("2027-06-08T12:00:00Z");
        });
        assertThat(view.turns()).containsExactly(asked, theirs);
        assertThat(view.parts().getFirst().lines().getFirst().audience()).isEqualTo("participants");
        assertThat(view.first()).isFalse();
    }

    @Test
    void a_change_says_anew_who_reads_it_where_its_procedure_has_that_and_nowhere_else() {
        var need = row("need", "Open", Role.REQUESTING, Turn.NOBODY);
        var offer = row("offer", "Open", Role.REQUESTING, Turn.NOBODY);
        when(need.procedure()).thenReturn("capacity-need/1");
        when(offer.procedure()).thenReturn("capacity-offer/1");
        when(procedures.changes("capacity-need/1", "audience")).thenReturn(true);
        of("capacity-need", need, offer);
        for (var thread : List.of("need", "offer")) {
            says(thread, "submit", Map.of("audience", "participants"));
            says(thread, "amend", Map.of("audience", "everybody"));
        }

        assertThat(reading().read(MAREN).parts().getFirst().lines())
                .extracting(CapacityView.Line::audience)
                .containsExactly("everybody", "participants");
    }

    /** A need that stands on the list is nobody’s turn, and has not ended. */
    @Test
    void what_has_ended_stands_nowhere_and_what_waits_on_the_list_does() {
        var listed = row("listed", "Open", Role.REQUESTING, Turn.NOBODY);
        of("capacity-need", row("closed", "Closed", Role.REQUESTING, Turn.NOBODY), listed);

        var view = reading().read(MAREN);

        assertThat(view.parts().getFirst().lines())
                .extracting(CapacityView.Line::row)
                .containsExactly(listed);
        assertThat(view.hasNeeds()).isTrue();
    }

    @Test
    void the_next_days_come_from_the_threads_and_from_who_knows_them_nearest_first() {
        var need = row("need", "Open", Role.REQUESTING, Turn.NOBODY);
        when(need.until()).thenReturn(Instant.parse("2028-01-01T00:00:00Z"));
        var course = row("course", "Running", Role.REQUESTING, Turn.NOBODY);
        of("capacity-need", need);
        of("capacity-activity", course);
        says("course", "submit", Map.of());
        when(dates.next(any()))
                .thenReturn(List.of(
                        new NextDay(LocalDate.of(2027, 9, 1), "capacity.date.ends"),
                        new NextDay(LocalDate.of(2027, 5, 30), "capacity.date.follow-up.month")));

        assertThat(reading().read(MAREN).days())
                .extracting(it -> it.day().toString(), CapacityView.Day::key)
                .containsExactly(
                        tuple("2027-05-30", "capacity.date.follow-up.month"),
                        tuple("2027-09-01", "capacity.date.ends"),
                        tuple("2028-01-01", "capacity.date.runs-out"));
    }

    @Test
    void a_state_that_began_nothing_is_told_how_to_begin_and_who_keeps_the_list_is_not() {
        assertThat(reading().read(MAREN).first()).isTrue();
        when(kept.here()).thenReturn(true);
        assertThat(reading().read(MAREN).first()).isFalse();
    }

    @Test
    void who_reads_no_request_reads_nothing_here_and_is_told_no_number() {
        when(access.mayRead(any())).thenReturn(false);
        doThrow(new IllegalStateException("not your duty")).when(access).mustRead(any());

        assertThat(reading().waiting(MAREN)).isZero();
        assertThatThrownBy(() -> reading().read(MAREN)).hasMessage("not your duty");
        verifyNoInteractions(requests, threads);
    }

    private ReadingCapacity reading() {
        return new ReadingCapacity(
                requests, threads, procedures, List.of(dates), total, kept, access, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private void ours(RequestRow... rows) {
        when(requests.list(any(), any(), anyInt())).thenReturn(new Requests.Page(List.of(rows), null));
        when(requests.count(any())).thenReturn(rows.length);
    }

    private void of(String law, RequestRow... rows) {
        when(requests.ofLaw(eq(law), eq(Role.REQUESTING), anyString(), anyInt()))
                .thenReturn(List.of(rows));
    }

    private void says(String thread, String type, Map<String, Object> body) {
        Envelope envelope = mock();
        when(envelope.type()).thenReturn(type);
        when(envelope.role()).thenReturn("requesting");
        when(envelope.facts()).thenReturn(Map.of());
        said.add(new KeptAct(
                type + thread, thread, envelope, body, true, "", true, NOON, 1L, "effective", NOON, null, null, null));
    }

    private static RequestRow row(String thread, String state, Role role, Turn turn) {
        RequestRow row = mock();
        when(row.thread()).thenReturn(thread);
        when(row.reference()).thenReturn(thread);
        when(row.state()).thenReturn(state);
        when(row.ourRole()).thenReturn(role);
        when(row.turn()).thenReturn(turn);
        when(row.ours()).thenReturn(turn == Turn.OURS);
        return row;
    }
}
