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
import org.comity.capacity.rounds.RoundRows.StandingRound;
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

    private final RoundRows rows = mock();
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
        var over = new StandingRound("2027-2", 14, OPENED, OPENED, OPENED, OPENED);
        var older = new StandingRound("2027-1", 14, OPENED, OPENED, OPENED, OPENED);
        when(rows.standing(anyInt())).thenReturn(List.of(over, older));

        assertThat(new DueRounds(
                                rows,
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
    void a_node_that_keeps_no_list_has_no_rounds() {
        when(kept.here()).thenReturn(false);
        assertThat(due(null, null, null, LATER)).isEmpty();
    }

    private List<Due> due(@Nullable Instant frozen, @Nullable Instant approved, @Nullable Instant told, Instant now) {
        when(rows.standing(anyInt()))
                .thenReturn(List.of(new StandingRound("2027-1", 14, OPENED, frozen, approved, told)));
        return new DueRounds(rows, requests, kept, access, Clock.fixed(now, ZoneOffset.UTC)).due(MAREN);
    }
}
