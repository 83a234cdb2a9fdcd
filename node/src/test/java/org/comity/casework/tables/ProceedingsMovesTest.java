package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Transfers of proceedings in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class ProceedingsMovesTest {

    private static final String PROCEDURE = "proceedings/1";

    private final PlayedThread thread = PlayedThread.of(PROCEDURE);

    @Test
    void offered_accepted_and_taken_over_the_outcome_ends_it() {
        accepted(thread, "offered").requesting("send-file");
        assertThat(thread.state()).isEqualTo("FileSent");
        thread.requested("begin-case").requesting("supplement");
        assertThat(thread.state()).isEqualTo("RunningThere");
        assertThat(thread.requested("report", "final", "final").state()).isEqualTo("Concluded");
    }

    @Test
    void a_judgment_under_appeal_is_reported_and_the_final_one_after_it_ends_the_thread() {
        accepted(thread, "offered").requesting("send-file").requested("begin-case");
        assertThat(thread.requested("report", "final", "appeal-open").state()).isEqualTo("RunningThere");
        assertThat(thread.requested("report", "final", "final").state()).isEqualTo("Concluded");

        var asked = accepted(PlayedThread.of(PROCEDURE), "asked").requested("hand-file");
        asked.requesting("open-case").requesting("outcome", "final", "appeal-open");
        assertThat(asked.state()).isEqualTo("Running");
    }

    @Test
    void who_asks_for_proceedings_takes_them_over() {
        accepted(thread, "asked");
        assertThat(thread.state()).isEqualTo("AcceptedThere");
        thread.requested("hand-file");
        assertThat(thread.state()).isEqualTo("FileReceived");
        assertThat(thread.requesting("open-case")
                        .requesting("outcome", "final", "final")
                        .state())
                .isEqualTo("Concluded");
    }

    @Test
    void neither_says_what_belongs_to_the_other_side() {
        accepted(thread, "offered");

        for (var type : new String[] {"open-case", "give-back", "outcome"}) {
            assertThat(thread.requesting(type, "final", "final").effect())
                    .as(type)
                    .isEqualTo("wrong-role");
        }
        for (var type : new String[] {"hand-file", "reclaim"}) {
            assertThat(thread.requested(type).effect()).as(type).isEqualTo("wrong-role");
        }
        assertThat(thread.state()).isEqualTo("Accepted");
    }

    @Test
    void it_is_declined_with_reasons_after_a_question() {
        proposed(thread, "offered").requested("ask");
        assertThat(thread.state()).isEqualTo("FactsAsked");
        assertThat(thread.requesting("answer").requested("decline").state()).isEqualTo("Declined");
    }

    @Test
    void before_proceedings_are_open_there_they_are_taken_back_and_after_that_only_given_back() {
        accepted(thread, "offered").requesting("send-file");
        var early = accepted(PlayedThread.of(PROCEDURE), "offered").requesting("send-file");
        assertThat(early.requesting("take-back").state()).isEqualTo("TakenBack");

        thread.requested("begin-case");
        assertThat(thread.requesting("take-back").effect()).isEqualTo("case-open");
        assertThat(thread.requested("return-case").state()).isEqualTo("GivenBack");
    }

    @Test
    void an_offer_is_withdrawn_until_the_file_was_sent() {
        accepted(thread, "offered");
        var sent = accepted(PlayedThread.of(PROCEDURE), "offered").requesting("send-file");

        assertThat(thread.requesting("withdraw").state()).isEqualTo("Withdrawn");
        assertThat(sent.requesting("withdraw").effect()).isEqualTo("file-sent");
    }

    @Test
    void a_file_that_crosses_a_late_refusal_is_answered_in_either_order() {
        assertThat(PlayedThread.crossing(
                        PROCEDURE,
                        it -> accepted(it, "offered"),
                        it -> it.requesting("send-file"),
                        it -> it.requested("decline")))
                .containsExactly("FileSent", "Declined");
    }

    @Test
    void taken_back_or_taken_up_whichever_was_registered_first_holds() {
        assertThat(PlayedThread.crossing(
                        PROCEDURE,
                        it -> accepted(it, "offered").requesting("send-file"),
                        it -> it.requesting("take-back"),
                        it -> it.requested("begin-case")))
                .containsExactly("TakenBack", "RunningThere");
    }

    private static PlayedThread proposed(PlayedThread thread, String how) {
        return thread.requesting("propose", "offer", how).requested("acknowledge");
    }

    private static PlayedThread accepted(PlayedThread thread, String how) {
        return proposed(thread, how).requested("accept");
    }
}
