package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.capacity.matching.RoundFile;
import org.comity.capacity.matching.RoundInput;
import org.comity.capacity.matching.RoundWeights;
import org.comity.capacity.rounds.RoundRows.OpenedRound;
import org.comity.casework.CaseAccess;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** A State keeps the group that it leaves for three rounds, and the Secretariat's own list goes before the one that is shipped. */
class GroupsOfStatesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final Official BY = new Official("maren", "I. Maren", "o-1", Set.of(Duty.DUTY_OFFICER));

    @Test
    void groups_count_on_the_day_and_a_state_that_nobody_lists_is_in_none() {
        var groups = new GroupsOfStates(List.of());
        assertThat(groups.of("TV", DAY, 5).sids()).isTrue();
        assertThat(groups.of("NP", LocalDate.of(2026, 11, 23), 5).ldc()).isTrue();
        assertThat(groups.of("NP", LocalDate.of(2026, 11, 24), 5).ldc()).isFalse();
        assertThat(groups.of("XM", DAY, 5).ldc()).isFalse();
        assertThat(groups.of("XM", DAY, 5).regions()).isEmpty();
        assertThat(groups.of("XM", DAY, 5).developing()).isTrue();
    }

    @Test
    void the_own_list_goes_before_the_one_that_is_shipped() {
        var groups = new GroupsOfStates(
                List.of("BD ldc 2029-11-24", " SN ldc open", "TV sids none", "XM lldc 2028-01-01", "AF ldc none"));
        assertThat(groups.of("BD", DAY, 5).ldc()).isTrue();
        assertThat(groups.of("BD", LocalDate.of(2029, 11, 24), 5).ldc()).isFalse();
        assertThat(groups.of("SN", LocalDate.of(2040, 1, 1), 5).ldc()).isTrue();
        assertThat(groups.of("TV", DAY, 5).sids()).isFalse();
        assertThat(groups.of("XM", DAY, 5).lldc()).isTrue();
        assertThat(groups.of("AF", LocalDate.MIN, 5).ldc())
                .as("was never in it")
                .isFalse();
        assertThat(groups.of("AF", DAY, 5).lldc())
                .as("what it does not name stays")
                .isTrue();
    }

    @Test
    void what_cannot_be_read_stops_the_start_and_is_named() {
        for (var wrong :
                List.of("BD", "BD dac open", "bd ldc open", "QQ ldc open", "BD ldc 2029-13-01", "BD ldc soon")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new GroupsOfStates(List.of(wrong)))
                    .withMessageContaining("[" + wrong + "]");
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> new GroupsOfStates(List.of("BD ldc open", "BD ldc none")))
                .withMessageContaining("[BD ldc none]");
    }

    @Test
    void a_round_counts_groups_of_the_day_when_the_third_round_before_was_opened() {
        solves(Optional.of(Instant.parse("2026-05-04T10:00:00Z")), LocalDate.of(2026, 5, 4));
        solves(Optional.empty(), LocalDate.MIN);
    }

    private static void solves(Optional<Instant> third, LocalDate grouped) {
        var opened = Instant.parse("2027-03-01T10:00:00Z");
        var weights = new String(RoundFile.bytes(RoundWeights.usual("A text")), StandardCharsets.UTF_8);
        RoundRows rows = mock();
        ListedHelp listed = mock();
        when(rows.find("2027-1")).thenReturn(Optional.of(new OpenedRound("2027-1", weights, 10, 14, "maren", opened)));
        when(rows.thirdBefore(opened)).thenReturn(third);
        when(listed.input(anyString(), any(), any(), anyInt(), any()))
                .thenReturn(new RoundInput("2027-1", DAY, List.of(), List.of(), List.of(), List.of()));
        var holding = new HoldingRounds(
                rows,
                mock(StandingRounds.class),
                mock(EndingRounds.class),
                listed,
                mock(CaseAccess.class),
                mock(UnreadOffers.class),
                mock(Ledger.class),
                Clock.fixed(opened.plusSeconds(60), ZoneOffset.UTC));

        assertThatExceptionOfType(RoundNotPossible.class)
                .as("nothing is on the list")
                .isThrownBy(() -> holding.solve("2027-1", BY));
        verify(listed).input(eq("2027-1"), eq(DAY), eq(grouped), eq(10), any());
    }
}
