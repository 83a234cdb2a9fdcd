package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is played can be played: States there are, days that fit, and every case that the desk is to show. */
class StoryTest {

    private static final Set<String> NODES = Set.of("XA-1", "XB-1");
    private static final Set<String> PAPER = Set.of("XD-1", "XE-1", "XF-1");

    private final Story story = Story.shipped();

    @Test
    void thirty_to_sixty_cases_between_two_nodes_and_three_states_by_paper() {
        assertThat(story.cases()).hasSizeBetween(30, 60);
        assertThat(story.cases()).extracting(Story.Case::id).doesNotHaveDuplicates();
        var parties = story.cases().stream()
                .flatMap(it -> List.of(it.asks(), it.asked()).stream())
                .collect(Collectors.toSet());
        assertThat(parties).containsAll(NODES).containsAll(PAPER).hasSize(5);
        assertThat(story.cases())
                .filteredOn(it -> NODES.contains(it.asks()) && NODES.contains(it.asked()))
                .hasSizeGreaterThan(20);
    }

    @Test
    void everything_happens_after_the_keys_begin_to_count_and_before_now() {
        assertThat(story.scenes())
                .extracting(it -> it.step().at())
                .isSorted()
                .allSatisfy(at -> assertThat(at)
                        .isNegative()
                        .isGreaterThan(LivingDesk.SINCE.negated().plus(Duration.ofDays(1))));
    }

    @Test
    void who_acts_has_a_node_and_who_is_recorded_has_none() {
        assertThat(story.scenes()).allSatisfy(scene -> {
            assertThat(NODES).contains(scene.step().by());
            if (scene.step().kind().equals("came") || scene.step().kind().equals("letter")) {
                assertThat(List.of(scene.in().asks(), scene.in().asked())).anyMatch(PAPER::contains);
            }
        });
    }
}
