package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.comity.proof.form.Digests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent in for a collection, in sentences of the field; all six kinds have one table. */
class CollectedMovesTest {

    private static Stream<String> collected() {
        return Stream.of(
                "practice-record/1",
                "reporting-points/1",
                "legislation/1",
                "provider-card/1",
                "common-figures/1",
                "partnership/1");
    }

    @ParameterizedTest
    @MethodSource("collected")
    void it_is_looked_at_and_then_in_the_collection_until_it_is_changed(String procedure) {
        var thread = PlayedThread.of(procedure);

        assertThat(thread.requesting("submit").requested("return").state()).isEqualTo("Returned");
        assertThat(admitted(thread, "submit", 0).effect()).isEqualTo("already-returned");
        assertThat(admitted(thread.requesting("amend"), "amend", 3).state()).isEqualTo("Published");
        assertThat(admitted(thread, "amend", 3).effect()).isEqualTo("already-admitted");
        assertThat(thread.requesting("still-right").state()).isEqualTo("Published");
        assertThat(thread.requesting("amend").state()).isEqualTo("Submitted");
        assertThat(thread.requesting("still-right").effect()).isEqualTo("not-listed");
    }

    @ParameterizedTest
    @MethodSource("collected")
    void words_that_were_changed_meanwhile_are_not_admitted_by_who_read_the_earlier_ones(String procedure) {
        var thread = PlayedThread.of(procedure).requesting("submit").requesting("amend");

        assertThat(admitted(thread, "submit", 0).effect()).isEqualTo("amended-meanwhile");
        assertThat(thread.state()).isEqualTo("Submitted");
        assertThat(admitted(thread, "amend", 1).state()).isEqualTo("Published");
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice-record/1", "common-figures/1"})
    void nobody_admits_its_own_and_either_side_can_end_it(String procedure) {
        assertThat(PlayedThread.of(procedure)
                        .requesting("submit")
                        .requesting("admit", "told", Digests.sha256("submit0".getBytes(UTF_8)))
                        .effect())
                .isEqualTo("wrong-role");
        assertThat(PlayedThread.of(procedure)
                        .requesting("submit")
                        .requested("set-aside")
                        .state())
                .isEqualTo("SetAside");
        assertThat(admitted(PlayedThread.of(procedure).requesting("submit"), "submit", 0)
                        .requesting("withdraw")
                        .state())
                .isEqualTo("Withdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice-record/1"})
    void a_question_waits_for_its_answer_and_hides_nothing(String procedure) {
        var thread = admitted(PlayedThread.of(procedure).requesting("submit"), "submit", 0);

        assertThat(thread.requested("ask").state()).isEqualTo("FactsAsked");
        assertThat(thread.requested("ask").effect()).isEqualTo("question-open");
        assertThat(thread.requesting("answer").state()).isEqualTo("Published");
    }

    private static PlayedThread admitted(PlayedThread thread, String type, int n) {
        return thread.requested("admit", "told", Digests.sha256((type + n).getBytes(UTF_8)));
    }
}
