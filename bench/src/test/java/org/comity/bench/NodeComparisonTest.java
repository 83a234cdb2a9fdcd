package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.proof.register.Entry;
import org.junit.jupiter.api.Test;

/** The judge itself: it calls every kind of harm by its name. */
class NodeComparisonTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    @Test
    void the_same_entries_on_both_nodes_hold() {
        assertThat(found(Set.of(A, B), copy(A, B), copy(A, B)).holds()).isTrue();
    }

    @Test
    void nothing_approved_proves_nothing() {
        assertThat(NodeComparison.of(Set.of(), List.of(), List.of()).holds()).isFalse();
    }

    @Test
    void an_act_that_one_node_has_not_registered_is_lost_and_the_thread_diverged() {
        assertThat(found(Set.of(A, B), copy(A, B), copy(A))).isEqualTo(new NodeComparison(1, 2, 1, 0, 1, 0));
    }

    @Test
    void an_act_that_nobody_registered_is_lost() {
        assertThat(found(Set.of(A, B), copy(A), copy(A))).isEqualTo(new NodeComparison(1, 2, 1, 0, 0, 0));
    }

    @Test
    void an_act_with_two_entries_is_there_twice() {
        assertThat(found(Set.of(A), copy(A, A), copy(A, A))).isEqualTo(new NodeComparison(1, 1, 0, 1, 0, 0));
    }

    @Test
    void an_act_that_nobody_approved_is_unasked() {
        assertThat(found(Set.of(A), copy(A, B), copy(A, B))).isEqualTo(new NodeComparison(1, 1, 0, 0, 0, 1));
    }

    @Test
    void a_copy_that_does_not_stand_the_check_diverged() {
        var unsound = new ThreadCopy("t", copy(A).entries(), false);

        assertThat(found(Set.of(A), copy(A), unsound).diverged()).isEqualTo(1);
    }

    @Test
    void a_joint_thread_is_the_same_on_all_nodes_and_any_other_on_two() {
        var joint = joint(A);

        assertThat(three(List.of(joint, copy(B)), List.of(joint), List.of(joint, copy(B)))
                        .holds())
                .isTrue();
        assertThat(three(List.of(joint, copy(B)), List.of(joint), List.of(joint)))
                .isEqualTo(new NodeComparison(2, 2, 1, 0, 1, 0));
    }

    @Test
    void an_act_of_a_joint_thread_that_one_of_three_has_not_is_lost_and_the_thread_diverged() {
        assertThat(three(List.of(joint(A, B)), List.of(joint(A, B)), List.of(joint(A))))
                .isEqualTo(new NodeComparison(1, 2, 1, 0, 1, 0));
        assertThat(three(List.of(joint(A, B)), List.of(joint(A, B)), List.of()))
                .isEqualTo(new NodeComparison(1, 2, 2, 0, 1, 0));
    }

    private static NodeComparison three(List<ThreadCopy> one, List<ThreadCopy> other, List<ThreadCopy> third) {
        return NodeComparison.of(Set.of(A, B), Set.of(A, B), List.of(one, other, third));
    }

    private static ThreadCopy joint(String... acts) {
        return new ThreadCopy("3a733b8f-1c47-8a94-b559-819acbdde0ec", copy(acts).entries(), true);
    }

    private static NodeComparison found(Set<String> approved, ThreadCopy one, ThreadCopy other) {
        return NodeComparison.of(approved, List.of(one), List.of(other));
    }

    private static ThreadCopy copy(String... acts) {
        var entries = Stream.of(acts)
                .map(it -> new Entry(A, "t", 1, A, it, A, Instant.EPOCH, Entry.EFFECTIVE, A))
                .toList();
        return new ThreadCopy("t", entries, true);
    }
}
