package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.capacity.KeptList;
import org.comity.capacity.matching.ExplainedProposal;
import org.comity.capacity.matching.ReasonSentence;
import org.comity.capacity.matching.RoundSolution.PlacedUnits;
import org.comity.casework.CaseAccess;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.ui.ThingsDue.Due;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for the other side's answer is told when the other side has gone. */
class LostPairsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Official MAREN = new Official("maren", "M. Okell", "A7K2", Set.of(Duty.DUTY_OFFICER));

    private final ListedHelp listed = mock();
    private final RoundRows rounds = mock();
    private final KeptList kept = mock();
    private final CaseAccess access = mock();
    private final LostPairs lost = new LostPairs(listed, rounds);

    private final RequestRow need = row("N-1", "capacity-need", "SaidYes");
    private final RequestRow offer = row("O-1", "capacity-offer", "Proposed");

    @BeforeEach
    void a_need_waits_for_an_offer() {
        when(kept.here()).thenReturn(true);
        when(access.mayRead(any())).thenReturn(true);
        when(listed.waiting(anyInt())).thenReturn(List.of(need));
        var said = Map.of(need.thread(), proposed(Map.of("round", "2027-1", "offer", "O-1")));
        when(listed.acts(List.of(need))).thenReturn(said);
        when(listed.offers(any())).thenReturn(Map.of("O-1", offer));
        when(listed.isOpen(offer)).thenReturn(true);
    }

    @Test
    void an_offer_that_stands_is_no_loss_and_one_that_went_is_due_to_be_told() {
        assertThat(due()).isEmpty();
        when(listed.isOpen(offer)).thenReturn(false);

        assertThat(due()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo("lost-offer");
            assertThat(it.about()).isEqualTo("N-1");
            assertThat(it.address()).isEqualTo("/requests/N-1/provider-declines");
        });
        assertThat(lost.of(need)).hasValueSatisfying(it -> assertThat(it.gone()).isSameAs(offer));
        assertThat(lost.of(row("N-2", "capacity-need", "Open")))
                .as("nothing waits there")
                .isEmpty();
    }

    @Test
    void so_is_a_provider_whose_need_went_where_the_round_placed_it_alone() {
        when(listed.waiting(anyInt())).thenReturn(List.of(offer));
        var said = Map.of(offer.thread(), proposed(Map.of("round", "2027-1")));
        when(listed.acts(List.of(offer))).thenReturn(said);
        when(listed.needs(any())).thenReturn(Map.of("N-1", need));
        when(listed.isOpen(need)).thenReturn(false);
        when(rounds.approvedReasons(Set.of("2027-1"))).thenReturn(Map.of("2027-1", reasons("N-1")));
        assertThat(due())
                .extracting(Due::kind, Due::about)
                .containsExactly(org.assertj.core.api.Assertions.tuple("lost-need", "O-1"));

        when(rounds.approvedReasons(Set.of("2027-1"))).thenReturn(Map.of("2027-1", reasons("N-1", "N-9")));
        assertThat(due()).as("which of two is meant, nobody can say").isEmpty();
    }

    /** The officer finds the act begun, and changes or sends it. */
    @Test
    void the_act_that_tells_it_begins_with_a_sentence() {
        var pairs = new ProposedPairs(
                rounds, listed, lost, kept, mock(), WordsForTests.load(), Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(pairs.lost(need)).isEmpty();
        when(listed.isOpen(offer)).thenReturn(false);
        assertThat(pairs.lost(need)).containsEntry("reason", "other");
        assertThat(String.valueOf(pairs.lost(need).get("text"))).startsWith("The offer that was proposed to you");
    }

    @Test
    void a_node_that_keeps_no_list_tells_nobody() {
        when(listed.isOpen(offer)).thenReturn(false);
        when(kept.here()).thenReturn(false);
        assertThat(due()).isEmpty();
    }

    private List<Due> due() {
        return new DueLosses(lost, kept, access).due(MAREN);
    }

    private static String reasons(String... needs) {
        var sentence = new ReasonSentence("rounds.reason", Map.of());
        var proposals = List.of(needs).stream()
                .map(it -> new ExplainedProposal(
                        new PlacedUnits(it, "O-1", 2), sentence, List.of(), List.of(), null, null, null))
                .toList();
        return new RoundReasons(proposals, List.of(), List.of()).json();
    }

    private static ActsOfHelp proposed(Map<String, Object> body) {
        return new ActsOfHelp(
                Set.of(),
                List.of(
                        new ActContent("a", "submit", Map.of(), NOON, Role.REQUESTING),
                        new ActContent("b", "propose", body, NOON, Role.REQUESTED)));
    }

    private static RequestRow row(String reference, String law, String state) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("thread-" + reference);
        when(row.reference()).thenReturn(reference);
        when(row.address()).thenReturn(reference);
        when(row.law()).thenReturn(law);
        when(row.state()).thenReturn(state);
        when(row.changedAt()).thenReturn(NOON);
        return row;
    }
}
