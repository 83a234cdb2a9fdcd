package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a participant says in a room, in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class PostMovesTest {

    private final PlayedThread thread = PlayedThread.of("forum-post/1");

    @Test
    void nothing_is_accepted_hidden_or_widened_before_it_is_placed() {
        requesting("say");
        assertThat(requesting("accept").effect()).isEqualTo("not-placed");
        assertThat(requested("hide").effect()).isEqualTo("not-placed");
        assertThat(requesting("consent", "label", "green").effect()).isEqualTo("not-placed");
        assertThat(requested("place").state()).isEqualTo("Placed");
        assertThat(requested("set-aside").effect()).isEqualTo("already-placed");
    }

    @Test
    void what_is_hidden_can_be_appealed_and_is_lifted_or_stays() {
        placed();
        assertThat(requesting("appeal").effect()).isEqualTo("not-hidden");
        assertThat(requested("hide").state()).isEqualTo("Hidden");
        assertThat(requested("lift").effect()).isEqualTo("not-appealed");
        assertThat(requesting("appeal").state()).isEqualTo("Appealed");
        assertThat(requested("lift").state()).isEqualTo("Placed");
        requested("hide");
        requesting("appeal");
        assertThat(requested("uphold").state()).isEqualTo("Archived");
    }

    @Test
    void a_label_becomes_wider_by_its_source_alone() {
        placed();
        assertThat(requested("ask-wider", "label", "green").effect()).isEqualTo("effective");
        assertThat(requested("ask-wider", "label", "green").effect()).isEqualTo("question-open");
        assertThat(requested("consent", "label", "green").effect()).isEqualTo("wrong-role");
        assertThat(requesting("consent", "label", "green").effect()).isEqualTo("effective");
        assertThat(requested("ask-wider", "label", "clear").effect()).isEqualTo("effective");
    }

    @Test
    void who_said_it_takes_it_back_wherever_it_stands_and_then_nothing_counts() {
        placed();
        requested("hide");
        assertThat(requesting("withdraw").state()).isEqualTo("Withdrawn");
        assertThat(requested("lift").effect()).isEqualTo("ended");
    }

    private void placed() {
        requesting("say");
        requested("place");
    }

    private PlayedThread requesting(String type, String... facts) {
        return thread.requesting(type, facts);
    }

    private PlayedThread requested(String type, String... facts) {
        return thread.requested(type, facts);
    }
}
