package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Test;

/** A notification in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class TreatyNotificationMovesTest {

    private final PlayedThread thread = PlayedThread.of("treaty-notification/1").requesting("notify");

    @Test
    void what_was_told_is_acknowledged_once_and_can_be_corrected_and_withdrawn() {
        assertThat(acknowledged("notify", 0).state()).isEqualTo("Acknowledged");
        assertThat(acknowledged("notify", 0).effect()).isEqualTo("already-acknowledged");

        assertThat(thread.requesting("correct").state()).isEqualTo("Notified");
        assertThat(acknowledged("correct", 3).state()).isEqualTo("Acknowledged");
        assertThat(thread.requesting("withdraw").state()).isEqualTo("Withdrawn");
        assertThat(thread.requested("close").effect()).isEqualTo("ended");
    }

    @Test
    void words_that_were_corrected_meanwhile_are_not_acknowledged_by_who_read_the_earlier_ones() {
        thread.requesting("correct");

        assertThat(acknowledged("notify", 0).effect()).isEqualTo("corrected-meanwhile");
        assertThat(thread.state()).isEqualTo("Notified");
        assertThat(acknowledged("correct", 1).effect()).isEqualTo("effective");
    }

    @Test
    void a_question_is_answered_before_it_is_acknowledged_and_each_side_can_end_it_alone() {
        assertThat(thread.requested("ask").state()).isEqualTo("FactsAsked");
        assertThat(thread.requested("ask").effect()).isEqualTo("question-open");
        assertThat(acknowledged("notify", 0).effect()).isEqualTo("question-open");
        assertThat(thread.requesting("answer").state()).isEqualTo("Notified");
        assertThat(thread.requesting("answer").effect()).isEqualTo("no-question-open");
        assertThat(thread.requested("close").state()).isEqualTo("Closed");
    }

    private PlayedThread acknowledged(String type, int n) {
        return thread.requested("acknowledge", "told", act(type, n));
    }

    private static String act(String type, int n) {
        return Digests.sha256((type + n).getBytes(UTF_8));
    }
}
