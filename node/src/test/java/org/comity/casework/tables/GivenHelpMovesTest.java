package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contributions and equipment in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class GivenHelpMovesTest {

    @Nested
    class Contributions {

        private final PlayedThread thread = PlayedThread.of("capacity-contribution/1");

        @Test
        void nothing_is_paid_before_it_is_accepted_and_nothing_is_used_before_it_came() {
            thread.requesting("pledge");

            assertThat(thread.requesting("pay").effect()).isEqualTo("not-yet-accepted");
            assertThat(thread.requested("receipt").effect()).isEqualTo("not-yet-accepted");
            assertThat(thread.requested("accept").state()).isEqualTo("Accepted");
            assertThat(thread.requesting("pay").effect()).isEqualTo("effective");
            assertThat(thread.requested("use").effect()).isEqualTo("nothing-came");
            thread.requested("receipt");
            assertThat(thread.requested("use").effect()).isEqualTo("effective");
        }

        @Test
        void its_use_is_told_after_the_end_too_if_something_came() {
            thread.requesting("pledge");
            thread.requested("accept");
            thread.requested("receipt");
            assertThat(thread.requested("close").state()).isEqualTo("Closed");

            assertThat(thread.requested("use").effect()).isEqualTo("effective");
            assertThat(thread.state()).isEqualTo("Closed");
        }

        @Test
        void neither_side_says_the_other_ones_word() {
            thread.requesting("pledge");
            thread.requested("accept");

            assertThat(thread.requested("pay").effect()).isEqualTo("wrong-role");
            assertThat(thread.requesting("receipt").effect()).isEqualTo("wrong-role");
            assertThat(thread.requested("change").effect()).isEqualTo("wrong-role");
        }

        @Test
        void a_pledge_that_is_taken_back_while_it_is_accepted_is_taken_back() {
            for (var each : PlayedThread.crossing(
                    "capacity-contribution/1",
                    it -> it.requesting("pledge"),
                    it -> it.requesting("withdraw"),
                    it -> it.requested("accept"))) {
                assertThat(each).isEqualTo("Withdrawn");
            }
        }
    }

    @Nested
    class Equipment {

        private final PlayedThread thread = PlayedThread.of("capacity-item/1");

        @ParameterizedTest
        @ValueSource(strings = {"extract", "intercept"})
        void what_can_reach_data_is_neither_taken_nor_handed_over_before_its_law_is_named(String reach) {
            thread.requesting("offer", "reach", reach);

            assertThat(thread.requested("take").effect()).isEqualTo("law-not-named");
            assertThat(thread.requesting("hand-over").effect()).isEqualTo("law-not-named");
            assertThat(thread.requested("name-law").state()).isEqualTo("Offered");
            assertThat(thread.requested("take").state()).isEqualTo("Taken");
        }

        @Test
        void only_who_uses_it_names_the_law_and_takes_it() {
            thread.requesting("offer", "reach", "intercept");

            assertThat(thread.requesting("name-law").effect()).isEqualTo("wrong-role");
            assertThat(thread.requesting("take").effect()).isEqualTo("wrong-role");
        }

        @Test
        void it_is_handed_over_after_it_was_taken_and_checked_by_both_after_it_came() {
            thread.requesting("offer", "reach", "nothing");
            assertThat(thread.requesting("hand-over").effect()).isEqualTo("not-yet-taken");
            thread.requested("take");
            assertThat(thread.requested("receive").effect()).isEqualTo("not-handed");
            thread.requesting("hand-over");
            assertThat(thread.requesting("check").effect()).isEqualTo("not-in-use");
            assertThat(thread.requested("receive").state()).isEqualTo("InUse");
            assertThat(thread.requesting("check").effect()).isEqualTo("effective");
            assertThat(thread.requested("check").effect()).isEqualTo("effective");
            assertThat(thread.requested("end").state()).isEqualTo("Over");
        }

        @Test
        void what_is_in_use_is_neither_declined_nor_taken_back() {
            thread.requesting("offer", "reach", "nothing");
            thread.requested("take");
            thread.requesting("hand-over");
            thread.requested("receive");

            assertThat(thread.requested("decline").effect()).isEqualTo("in-use-already");
            assertThat(thread.requesting("withdraw").effect()).isEqualTo("in-use-already");
            assertThat(thread.requesting("end").state()).isEqualTo("Over");
        }
    }
}
