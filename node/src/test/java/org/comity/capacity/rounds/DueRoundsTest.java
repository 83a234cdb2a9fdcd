package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.comity.capacity.KeptList;
import org.comity.capacity.rounds.StandingRounds.StandingRound;
import org.comity.casework.CaseAccess;
import org.comity.procedure.Requests;
import org.comity.ui.ThingsDue.Due;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A round waits for one officer, then a second one, then the States; it is over once every proposal has its answer. */
class DueRoundsTest {

    private static final Instant OPENED = Instant.parse("2027-03-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2027-03-02T12:00:00Z");
    private static final Official MAREN = new Official("maren", "M. Okell", "A7K2", Set.of(Duty.DUTY_OFFICER));

    private final StandingRounds rounds = mock();
    private final Requests requests = mock();
    private final KeptList kept = mock();
    private final CaseAccess access = mock();

    @BeforeEach
    void the_secretariat() {
        when(kept.here()).thenReturn(true);
        when(access.mayRead(any())).thenReturn(true);
    }

    @Test
    void each_step_of_a_round_is_due_after_the_one_before() {
        assertThat(due(null, null, null, LATER)).extracting(Due::kind).containsExactly("round-solve");
        assertThat(due(OPENED, null, null, LATER)).extracting(Due::kind).containsExactly("round-approve");
        assertThat(due(OPENED, LATER, null, LATER)).extracting(Due::kind).containsExactly("round-tell");
        assertThat(due(OPENED, LATER, LATER, LATER)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo("round-answers");
            assertThat(it.until()).isEqualTo("2027-03-16T12:00:00Z");
            assertThat(it.address()).isEqualTo("/rounds/2027-1");
        });
    }

    @Test
    void after_its_days_a_round_is_due_only_while_a_proposal_has_no_answer() {
        var after = Instant.parse("2027-03-16T12:00:00Z");
        assertThat(due(OPENED, LATER, LATER, after)).isEmpty();
        when(requests.countEach(any())).thenReturn(List.of(0, 1));
        assertThat(due(OPENED, LATER, LATER, after)).extracting(Due::kind).containsExactly("round-no-answer");
    }

    @Test
    void of_rounds_that_are_over_the_newest_stands_for_all_and_what_waits_is_looked_for_once() {
        when(requests.countEach(any())).thenReturn(List.of(0, 1));
        var over = new StandingRound("2027-2", 14, OPENED, OPENED, OPENED, OPENED, null, 1);
        var older = new StandingRound("2027-1", 14, OPENED, OPENED, OPENED, OPENED, null, 1);
        when(rounds.standing(anyInt())).thenReturn(List.of(over, older));

        assertThat(new DueRounds(
                                rounds,
                                requests,
                                kept,
                                access,
                                Clock.fixed(Instant.parse("2028-01-01T00:00:00Z"), ZoneOffset.UTC))
                        .due(MAREN))
                .extracting(Due::about)
                .containsExactly("2027-2");
        verify(requests, times(1)).countEach(any());
    }

    @Test
    void after_a_refused_result_the_round_is_solved_anew_and_after_three_it_is_ended() {
        var month = Instant.parse("2027-04-01T12:00:00Z");
        assertThat(due(refused(null, 1), LATER)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo("round-solve");
            assertThat(it.since()).isEqualTo(LATER);
        });
        for (var now : List.of(LATER, month)) {
            assertThat(due(refused(OPENED, 2), now)).extracting(Due::kind).containsExactly("round-solve");
        }
        assertThat(due(refused(null, 3), month)).extracting(Due::kind).containsExactly("round-end");
        assertThat(due(refused(OPENED, 3), LATER))
                .as("a round of which a result was approved is not ended")
                .extracting(Due::kind)
                .containsExactly("round-answers");
    }

    /** @param approved when an earlier result was approved and told; null where none was */
    private static StandingRound refused(@Nullable Instant approved, int solvings) {
        return new StandingRound("2027-1", 14, OPENED, approved, approved, approved, LATER, solvings);
    }

    @Test
    void a_node_that_keeps_no_list_has_no_rounds() {
        when(kept.here()).thenReturn(false);
        assertThat(due(null, null, null, LATER)).isEmpty();
    }

    private List<Due> due(@Nullable Instant frozen, @Nullable Instant approved, @Nullable Instant told, Instant now) {
        return due(new StandingRound("2027-1", 14, OPENED, frozen, approved, told, null, frozen == null ? 0 : 1), now);
    }

    private List<Due> due(StandingRound round, Instant now) {
        when(rounds.standing(anyInt())).thenReturn(List.of(round));
        return new DueRounds(rounds, requests, kept, access, Clock.fixed(now, ZoneOffset.UTC)).due(MAREN);
    }
}
