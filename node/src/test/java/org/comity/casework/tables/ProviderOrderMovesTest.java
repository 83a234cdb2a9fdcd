package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Orders to service providers in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class ProviderOrderMovesTest {

    private static final String MAY = "2027-05-02T12:00:00Z";
    private static final String JULY = "2027-07-02T12:00:00Z";

    private final PlayedThread thread = PlayedThread.of("provider-order/1").requesting("serve-order");

    @Test
    void the_authority_alone_says_that_all_is_done() {
        thread.requested("give", "part", "whole");
        assertThat(thread.requested("close").effect()).isEqualTo("wrong-role");
        assertThat(thread.state()).isEqualTo("Given");
        assertThat(thread.requesting("close").state()).isEqualTo("Closed");
    }

    @Test
    void what_was_given_as_all_and_is_not_is_asked_for_again() {
        assertThat(thread.requesting("not-all").effect()).isEqualTo("not-answered");
        thread.requested("give", "part", "whole");
        assertThat(thread.requesting("not-all").state()).isEqualTo("PartlyGiven");
        thread.requested("deliver", "part", "whole");
        var delivery = thread.newest();
        assertThat(thread.state()).isEqualTo("Given");
        assertThat(thread.requesting("not-matched", "delivery", delivery).state())
                .isEqualTo("PartlyGiven");
        assertThat(thread.requested("cannot").state()).isEqualTo("Unable");
    }

    @Test
    void it_is_kept_longer_only_once_the_end_is_a_later_one() {
        thread.requested("report-preserved", "until", MAY, "rest", "nothing").requesting("extend-order");
        assertThat(thread.state()).isEqualTo("LongerAsked");
        assertThat(thread.requested("report-preserved", "until", MAY, "rest", "nothing")
                        .state())
                .isEqualTo("LongerAsked");
        assertThat(thread.requested("start-collection", "collectedUntil", JULY).state())
                .as("collecting keeps nothing longer")
                .isEqualTo("LongerAsked");
        assertThat(thread.requested("report-preserved", "until", JULY, "rest", "nothing")
                        .state())
                .isEqualTo("Collecting");
    }

    @Test
    void what_was_never_said_to_be_kept_is_kept_longer_by_the_first_word() {
        thread.requested("give", "part", "partial").requesting("extend-order");
        assertThat(thread.state()).isEqualTo("LongerAsked");
        assertThat(thread.requested("report-preserved", "until", MAY, "rest", "to-come")
                        .state())
                .isEqualTo("PartlyGiven");
    }

    @Test
    void data_that_are_to_come_stay_with_the_provider() {
        assertThat(thread.requested("report-preserved", "until", MAY, "rest", "to-come")
                        .state())
                .isEqualTo("PreservedFirst");
        assertThat(thread.requested("start-collection", "collectedUntil", JULY).state())
                .isEqualTo("Collecting");
    }

    @Test
    void what_was_kept_is_deleted_only_once_it_is_released_and_nothing_opens_again() {
        assertThat(thread.requested("costs").effect()).isEqualTo("nothing-done");
        thread.requested("report-preserved", "until", MAY, "rest", "nothing");
        assertThat(thread.requested("deleted").effect()).isEqualTo("not-released");
        assertThat(thread.requested("costs").state()).isEqualTo("Preserved");
        thread.requesting("release");
        assertThat(thread.requested("deleted").effect()).isEqualTo("effective");
        assertThat(thread.requested("costs").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("Closed");
        assertThat(thread.requesting("deleted").effect()).isEqualTo("wrong-role");
    }

    @Test
    void of_an_order_for_which_nothing_was_done_nothing_is_deleted_and_nothing_costs() {
        thread.requesting("withdraw");
        assertThat(thread.requested("deleted").effect()).isEqualTo("ended");
        assertThat(thread.requested("costs").effect()).isEqualTo("ended");
    }
}
