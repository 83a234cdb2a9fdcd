package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a form brings for a joint thread is bounded before it is kept. */
class JointDraftBoundsTest {

    @Test
    void nothing_is_kept_that_is_larger_than_an_act_or_asks_the_whole_world() {
        var states = IntStream.range(0, WritingJointActs.MOST_INVITED)
                .mapToObj(it -> "X" + it + "-1")
                .toList();
        assertThatCode(() -> WritingJointActs.mustFit(Map.of("text", "x".repeat(8_000)), states))
                .doesNotThrowAnyException();

        for (Runnable each : List.<Runnable>of(
                () -> WritingJointActs.mustFit(Map.of("text", "x".repeat(WritingJointActs.LARGEST)), List.of()),
                () -> WritingJointActs.mustFit(
                        Map.of(),
                        IntStream.rangeClosed(0, WritingJointActs.MOST_INVITED)
                                .mapToObj(it -> "X" + it + "-1")
                                .toList()))) {
            assertThatExceptionOfType(JointRefused.class)
                    .isThrownBy(each::run)
                    .satisfies(it -> assertThat(it.code()).isEqualTo("joint.too-large"));
        }
    }
}
