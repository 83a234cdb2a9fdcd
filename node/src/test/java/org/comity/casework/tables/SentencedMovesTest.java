package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Transfers of sentenced persons in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class SentencedMovesTest {

    private static final String PROCEDURE = "sentenced/1";

    private final PlayedThread thread = PlayedThread.of(PROCEDURE);

    @Test
    void three_agree_in_any_order_before_a_handover_is_appointed_and_the_end_is_reported() {
        offered(thread).requested("acknowledge").requesting("consent", "consent", "given");
        thread.requested("accept");
        assertThat(thread.requested("appoint").effect()).isEqualTo("not-agreed-yet");

        thread.requesting("confirm");
        assertThat(thread.state()).isEqualTo("Agreed");
        thread.requesting("appoint").requested("handed-over");
        assertThat(thread.state()).isEqualTo("ServingThere");
        assertThat(thread.requesting("relief").effect()).isEqualTo("effective");
        assertThat(thread.requested("completed").state()).isEqualTo("Completed");
    }

    @Test
    void without_the_persons_consent_nothing_is_appointed() {
        agreed(thread);

        assertThat(thread.state()).isEqualTo("ConsentAwaited");
        assertThat(thread.requesting("appoint").effect()).isEqualTo("no-consent");
        thread.requesting("consent", "consent", "refused");
        assertThat(thread.requesting("appoint").effect()).isEqualTo("no-consent");
        assertThat(thread.requesting("withdraw").state()).isEqualTo("Withdrawn");
    }

    @Test
    void consent_is_awaited_from_the_state_that_holds_the_person() {
        assertThat(agreed(thread).state()).isEqualTo("ConsentAwaited");

        var asked = PlayedThread.of(PROCEDURE)
                .requesting("propose", "offer", "asked")
                .requesting("confirm")
                .requested("accept");
        assertThat(asked.state()).isEqualTo("ConsentThere");
        asked.requested("consent", "consent", "given").requested("appoint");
        assertThat(asked.state()).isEqualTo("Appointed");
        assertThat(asked.requested("consent", "consent", "withdrawn").state()).isEqualTo("ConsentThere");
    }

    @Test
    void where_the_law_needs_no_consent_that_is_said_and_signed() {
        agreed(thread).requested("consent", "consent", "not-needed").requesting("appoint");

        assertThat(thread.state()).isEqualTo("Appointed");
    }

    @Test
    void consent_taken_back_undoes_the_appointment() {
        agreed(thread)
                .requesting("consent", "consent", "given")
                .requesting("appoint")
                .requested("consent", "consent", "withdrawn");

        assertThat(thread.state()).isEqualTo("ConsentAwaited");
    }

    @Test
    void only_the_state_where_the_sentence_is_served_reports_its_end() {
        agreed(thread).requesting("consent", "consent", "given").requesting("handed-over");
        assertThat(thread.requesting("finished").effect()).isEqualTo("wrong-role");

        var asked = PlayedThread.of(PROCEDURE)
                .requesting("propose", "offer", "asked")
                .requested("accept")
                .requesting("confirm")
                .requested("consent", "consent", "given")
                .requested("handed-over");
        assertThat(asked.state()).isEqualTo("Serving");
        assertThat(asked.requested("completed").effect()).isEqualTo("wrong-role");
        assertThat(asked.requesting("finished").state()).isEqualTo("Completed");
    }

    @Test
    void it_is_refused_after_a_question_and_that_is_final() {
        offered(thread).requested("ask");
        assertThat(thread.state()).isEqualTo("FactsAsked");
        thread.requesting("answer").requested("refuse");

        assertThat(thread.state()).isEqualTo("Refused");
        assertThat(thread.requesting("confirm").effect()).isEqualTo("ended");
    }

    @Test
    void nothing_is_refused_or_withdrawn_once_the_person_is_there() {
        agreed(thread).requesting("handed-over");

        assertThat(thread.requested("refuse").effect()).isEqualTo("already-handed-over");
        assertThat(thread.requesting("withdraw").effect()).isEqualTo("already-handed-over");
        assertThat(thread.requesting("close").state()).isEqualTo("Closed");
    }

    @Test
    void acceptances_that_cross_agree_in_either_order() {
        assertThat(PlayedThread.crossing(
                        PROCEDURE, this::offered, it -> it.requesting("confirm"), it -> it.requested("accept")))
                .containsExactly("ConsentAwaited", "ConsentAwaited");
    }

    @Test
    void an_appointment_that_crosses_consent_taken_back_does_not_stand_in_either_order() {
        assertThat(PlayedThread.crossing(
                        PROCEDURE,
                        it -> agreed(it).requesting("consent", "consent", "given"),
                        it -> it.requesting("appoint"),
                        it -> it.requested("consent", "consent", "withdrawn")))
                .containsExactly("ConsentAwaited", "ConsentAwaited");
    }

    @Test
    void a_handover_that_happened_is_a_fact_whatever_crossed_it() {
        assertThat(PlayedThread.crossing(
                        PROCEDURE,
                        it -> agreed(it)
                                .requesting("consent", "consent", "given")
                                .requesting("appoint"),
                        it -> it.requesting("handed-over"),
                        it -> it.requested("consent", "consent", "withdrawn")))
                .containsExactly("ServingThere", "ServingThere");
    }

    private PlayedThread offered(PlayedThread thread) {
        return thread.requesting("propose", "offer", "offered");
    }

    private PlayedThread agreed(PlayedThread thread) {
        return offered(thread).requested("accept").requesting("confirm");
    }
}
