package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is played can be played: States there are, days that fit, and every case that the desk is to show. */
class StoryTest {

    private static final Set<String> NODES = Set.of("XA-1", "XB-1", "XS-1");
    private static final Set<String> PAPER = Set.of("XD-1", "XE-1", "XF-1");

    private final Story story = Story.shipped();

    @Test
    void thirty_to_sixty_cases_between_three_nodes_and_three_states_by_paper() {
        assertThat(story.cases()).hasSizeBetween(30, 60);
        assertThat(story.cases()).extracting(Story.Case::id).doesNotHaveDuplicates();
        var parties = story.cases().stream()
                .flatMap(it -> List.of(it.asks(), it.asked()).stream())
                .collect(Collectors.toSet());
        assertThat(parties).containsAll(NODES).containsAll(PAPER).hasSize(6);
        assertThat(story.cases())
                .filteredOn(it -> NODES.contains(it.asks()) && NODES.contains(it.asked()))
                .hasSizeGreaterThan(20);
    }

    @Test
    void everything_happens_after_the_keys_begin_to_count_and_before_now() {
        assertThat(story.scenes())
                .extracting(it -> it.step().at())
                .isSorted()
                .isNotEmpty()
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

    /** What was built since the story was first told is to be seen in it. */
    @Test
    void each_part_of_the_work_has_its_case() {
        assertThat(story.scenes())
                .extracting(it -> it.step().kind())
                .contains("woken", "give", "order", "again", "joint", "press");
        assertThat(story.scenes())
                .extracting(it -> it.step().word("path").orElse(""))
                .contains("/rooms/held", "/conference/sessions", "/rounds");
        assertThat(story.scenes())
                .extracting(it -> it.step().word("act").orElse(""))
                .contains("refuse-part", "admit", "authenticate", "pay", "join", "approve");
        assertThat(story.scenes()).anyMatch(it -> it.step().word("drill").isPresent());
        assertThat(story.cases())
                .extracting(Story.Case::procedure)
                .contains("joint-investigation/1", "capacity-need/1", "capacity-offer/1", "capacity-contribution/1");
        assertThat(story.cases()).anyMatch(it -> it.body().containsKey("penaltyMonths"));
    }

    /** What happens at a time that is there already waits for no clock: only those cost seconds of the first start. */
    @Test
    void the_clock_is_moved_so_rarely_that_the_first_start_stays_short() {
        assertThat(story.scenes())
                .extracting(it -> it.step().at())
                .as("different times")
                .satisfies(it -> assertThat(Set.copyOf(it)).hasSizeLessThanOrEqualTo(120));
    }

    /** A letter that waits for weeks looks forgotten: all are posted but the one of yesterday. */
    @Test
    void every_letter_of_ours_is_posted_but_a_fresh_one() {
        var waiting = story.cases().stream()
                .filter(it -> PAPER.contains(it.asks()) || PAPER.contains(it.asked()))
                .filter(it -> written(it) > posted(it))
                .toList();
        assertThat(waiting).extracting(Story.Case::id).containsExactly("letter-ready");
        assertThat(waiting.getFirst().steps().getFirst().at()).isGreaterThan(Duration.ofDays(-2));
    }

    private static long written(Story.Case in) {
        return in.steps().stream()
                .filter(it -> it.kind().equals("ask") || it.kind().equals("act"))
                .count();
    }

    private static long posted(Story.Case in) {
        return in.steps().stream()
                .filter(it -> it.kind().equals("letter") && it.text("paper").equals("letter"))
                .count();
    }

    /** What follows a preservation names the same; of the others three ask about one address, and the desk says so. */
    @Test
    void three_requests_ask_about_one_address_and_no_others_share_one() {
        var cases = new HashMap<String, Set<String>>();
        for (var in : story.cases()) {
            for (var each : (List<?>) in.body().getOrDefault("identifiers", List.of())) {
                cases.computeIfAbsent(((Map<?, ?>) each).get("value") + " " + in.procedure(), _ -> new HashSet<>())
                        .add(in.id());
            }
        }
        assertThat(cases.values())
                .filteredOn(it -> it.size() > 1)
                .containsExactly(Set.of("same-address-new", "same-address-old", "same-address-by-mail"));
    }

    /** What is altered is turned back: the sender's own copy is whole afterwards. */
    @Test
    void an_item_is_altered_before_it_leaves_and_whole_again_at_its_sender() {
        var altered = story.cases().stream()
                .filter(it -> it.id().equals("altered"))
                .findFirst()
                .orElseThrow();
        assertThat(altered.steps())
                .extracting(Story.Step::kind)
                .containsSubsequence("item", "disturb", "act", "refused", "fetched", "undisturb");
    }
}
