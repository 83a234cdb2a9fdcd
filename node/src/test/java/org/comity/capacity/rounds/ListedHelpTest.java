package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.comity.capacity.matching.PairAnswer;
import org.comity.procedure.ActWriting;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.file.PracticeFiles;
import org.comity.proof.act.Envelope;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What stands on the list is read many threads at a look. */
class ListedHelpTest {

    private static final LocalDate OPENS = LocalDate.of(2027, 3, 1);

    private final Requests requests = mock(Requests.class);
    private final Threads threads = mock(Threads.class);
    private final Procedures procedures = mock(Procedures.class);
    private final ListedHelp listed = new ListedHelp(requests, threads, procedures, new GroupsOfStates(List.of()));

    private final Map<String, List<RequestRow>> standing = new HashMap<>();

    private void standing(String law, String state, List<RequestRow> rows) {
        standing.put(law + " " + state, rows);
    }

    @BeforeEach
    void a_list_by_state() {
        when(requests.ofLaws(anyCollection(), any(), anyList(), anyString(), anyInt()))
                .thenAnswer(it -> it.<Collection<String>>getArgument(0).stream()
                        .flatMap(law -> it.<List<String>>getArgument(2).stream().map(state -> law + " " + state))
                        .flatMap(each -> standing.getOrDefault(each, List.of()).stream())
                        .toList());
    }

    @Test
    void acts_of_four_hundred_and_one_needs_are_read_in_three_looks() {
        var rows = new ArrayList<RequestRow>();
        for (int i = 0; i < 401; i++) rows.add(row("need-" + i));
        standing("capacity-need", "Open", rows);

        var input = listed.input("2027-1", OPENS, OPENS, 10, List.of());

        assertThat(input.needs()).hasSize(401);
        verify(threads, times(3)).effective(any());
        verify(threads, never()).everyAct(anyString());
    }

    /** Else what was agreed is free again as soon as the other side closed. */
    @Test
    void what_was_agreed_counts_though_only_one_side_takes_part() {
        var need = row("need");
        standing("capacity-need", "Open", List.of(need));
        var closedOffer = answer("2027-1", "need", "XM", "closed");
        var closedNeed = answer("2027-1", "closed", "XM", "gone");
        var otherRound = answer("2026-4", "closed", "XM", "gone");
        var otherState = answer("2027-1", "closed", "XQ", "gone");

        var input = listed.input("2027-1", OPENS, OPENS, 10, List.of(closedOffer, closedNeed, otherRound, otherState));

        assertThat(input.answers()).containsExactly(closedOffer, closedNeed);
    }

    /** Two authorities of one State count alike: else every round ends with a fault until one of the two is closed. */
    @Test
    void two_participants_with_one_reference_are_named_instead_of_a_fault() {
        var need = row("XM-2027-000001");
        when(need.counterpart()).thenReturn("XM-C1");
        var offer = row("XM-2027-000001");
        when(offer.counterpart()).thenReturn("XM-C2");
        standing("capacity-need", "Open", List.of(need));
        standing("capacity-offer", "Open", List.of(offer));

        assertThatExceptionOfType(RoundNotPossible.class)
                .isThrownBy(() -> listed.input("2027-1", OPENS, OPENS, 10, List.of()))
                .satisfies(it -> assertThat(it.facts())
                        .containsExactlyInAnyOrderEntriesOf(
                                Map.of("reference", "XM-2027-000001", "first", "XM-C1", "second", "XM-C2")));
    }

    /** A body is open: another program may write in it what its procedure does not let it change. */
    @Test
    void of_a_change_counts_what_its_procedure_has() {
        var row = row("need");
        when(row.procedure()).thenReturn("capacity-need/1");
        var known = mock(KnownProcedure.class);
        var writing = mock(ActWriting.class);
        when(writing.table()).thenReturn(PracticeFiles.table("capacity-need/1"));
        when(known.writing()).thenReturn(writing);
        when(procedures.find("capacity-need/1")).thenReturn(Optional.of(known));
        var opened = act("submit", Map.of("severity", "useful", "units", 2));
        var changed = act("amend", Map.of("severity", "gravest", "units", "3"));
        when(threads.effective(List.of("need"))).thenReturn(List.of(opened, changed));

        var said = listed.said(row);

        assertThat(said.text("severity")).isEqualTo("useful");
        assertThat(said.number("units")).isEqualTo(3);
    }

    private static KeptAct act(String type, Map<String, Object> body) {
        var envelope = mock(Envelope.class);
        when(envelope.type()).thenReturn(type);
        when(envelope.role()).thenReturn("requesting");
        var act = mock(KeptAct.class);
        when(act.thread()).thenReturn("need");
        when(act.id()).thenReturn(type);
        when(act.said()).thenReturn(body);
        when(act.at()).thenReturn(Instant.EPOCH);
        when(act.envelope()).thenReturn(envelope);
        return act;
    }

    private static PairAnswer answer(String round, String need, String state, String offer) {
        return new PairAnswer(round, need, state, offer, 2, true);
    }

    /** Else two thousand needs that ended would push the oldest open ones off the list without a word. */
    @Test
    void what_has_ended_takes_no_place_on_the_list() {
        var old = row("old");
        standing("capacity-need", "Proposed", List.of(old));

        assertThat(listed.needs()).containsExactly(old);
        verify(requests, never()).ofLaw(anyString(), any(), anyString(), anyInt());
    }

    @Test
    void an_offer_stands_on_the_list_while_a_proposal_waits_and_not_while_it_is_paused() {
        var proposed = row("proposed");
        var paused = row("paused");
        standing("capacity-offer", "Proposed", List.of(proposed));
        standing("capacity-offer", "Paused", List.of(paused));

        assertThat(listed.listedOffers()).extracting(ListedOffer::reference).containsExactly("proposed");
        assertThat(listed.offers()).as("to its keeper").contains(proposed, paused);
    }

    @Test
    void every_state_in_which_a_need_or_an_offer_has_not_ended_is_on_the_list() {
        var turns = new TreeSet<String>();
        for (var procedure : List.of("capacity-need", "capacity-offer")) {
            Map<String, Map<String, Map<String, String>>> file = new Yaml()
                    .load(ListedHelpTest.class.getResourceAsStream("/procedures/" + procedure + "/1/procedure.yaml"));
            turns.addAll(file.get("desk").get("turn").keySet());
        }

        assertThat(MatchedProcedures.read().open()).containsExactlyInAnyOrderElementsOf(turns);
    }

    private static RequestRow row(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.openedAt()).thenReturn(Instant.EPOCH);
        when(row.reference()).thenReturn(thread);
        when(row.state()).thenReturn("Open");
        when(row.counterpart()).thenReturn("XM-1");
        return row;
    }
}
