package org.comity.capacity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was agreed is no longer there to be placed, whoever of the two has left the list since. */
class RoundProblemTest {

    private static final RoundWeights WEIGHTS = RoundWeights.usual("lot");

    @Test
    void agreed_units_are_taken_from_a_need_whose_offer_is_gone_and_from_an_offer_whose_need_is() {
        var problem = problem(
                new PairAnswer("2027-1", "N-1", "XM", "gone", 1, true),
                new PairAnswer("2027-1", "gone", "XM", "O-1", 3, true));

        assertThat(problem.needs())
                .singleElement()
                .satisfies(it -> assertThat(it.units()).isEqualTo(1));
        assertThat(problem.offers())
                .singleElement()
                .satisfies(it -> assertThat(it.capacity()).isEqualTo(1));
        assertThat(problem.states()).singleElement().satisfies(it -> {
            assertThat(it.had()).isEqualTo(4);
            assertThat(it.room()).isEqualTo(2);
        });
    }

    @Test
    void what_another_round_gave_is_taken_off_and_leaves_the_state_its_room_and_first_help() {
        var problem = problem(new PairAnswer("2026-4", "N-1", "XM", "O-1", 1, true));

        assertThat(problem.needs().getFirst().units()).isEqualTo(1);
        assertThat(problem.offers().getFirst().capacity()).isEqualTo(3);
        assertThat(problem.states().getFirst().had()).isZero();
        assertThat(problem.states().getFirst().room()).isEqualTo(6);
    }

    /** What two persons did not approve takes none of the fifth from what they did. */
    @Test
    void gravest_counts_only_where_two_persons_approved_it() {
        var problem = RoundProblem.of(
                PlayedInput.round(
                        List.of(
                                PlayedInput.gravest("N-1", 1, false),
                                PlayedInput.gravest("N-2", 1, true),
                                PlayedInput.need("N-3", "train-le", 8, Set.of("en"))),
                        List.of(PlayedInput.offer())),
                WEIGHTS);

        assertThat(problem.needs()).extracting(it -> it.severity()).containsExactly(3, 4, 3);
    }

    private static RoundProblem problem(PairAnswer... answers) {
        return RoundProblem.of(
                PlayedInput.round(List.of(PlayedInput.need()), List.of(PlayedInput.offer()), answers), WEIGHTS);
    }
}
