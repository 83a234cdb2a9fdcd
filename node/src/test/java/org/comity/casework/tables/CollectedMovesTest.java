package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent in for a collection, in sentences of the field; all five kinds have one table. */
class CollectedMovesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"practice-record/1", "reporting-points/1", "legislation/1", "provider-card/1", "common-figures/1"
            })
    void it_is_looked_at_and_then_in_the_collection_until_it_is_changed(String procedure) {
        var thread = PlayedThread.of(procedure);

        assertThat(thread.requesting("submit").requested("return").state()).isEqualTo("Returned");
        assertThat(thread.requested("admit").effect()).isEqualTo("already-returned");
        assertThat(thread.requesting("amend").requested("admit").state()).isEqualTo("Published");
        assertThat(thread.requested("admit").effect()).isEqualTo("already-admitted");
        assertThat(thread.requesting("still-right").state()).isEqualTo("Published");
        assertThat(thread.requesting("amend").state()).isEqualTo("Submitted");
        assertThat(thread.requesting("still-right").effect()).isEqualTo("not-listed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice-record/1", "common-figures/1"})
    void nobody_admits_its_own_and_either_side_can_end_it(String procedure) {
        assertThat(PlayedThread.of(procedure)
                        .requesting("submit")
                        .requesting("admit")
                        .effect())
                .isEqualTo("wrong-role");
        assertThat(PlayedThread.of(procedure)
                        .requesting("submit")
                        .requested("set-aside")
                        .state())
                .isEqualTo("SetAside");
        assertThat(PlayedThread.of(procedure)
                        .requesting("submit")
                        .requested("admit")
                        .requesting("withdraw")
                        .state())
                .isEqualTo("Withdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice-record/1"})
    void a_question_waits_for_its_answer_and_hides_nothing(String procedure) {
        var thread = PlayedThread.of(procedure).requesting("submit").requested("admit");

        assertThat(thread.requested("ask").state()).isEqualTo("FactsAsked");
        assertThat(thread.requested("ask").effect()).isEqualTo("question-open");
        assertThat(thread.requesting("answer").state()).isEqualTo("Published");
    }
}
