package org.comity.casework.checkwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.Map;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Recalled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody is told that a paper is ours whose act can still be taken back. */
class CheckingOrdersTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void what_was_held_has_left_once_it_is_registered_and_not_when_its_hour_has_come() {
        assertThat(CheckingOrders.left(act(null, null, NOON, null))).isFalse();
        assertThat(CheckingOrders.left(act(2L, Entry.EFFECTIVE, NOON, null))).isTrue();
    }

    @Test
    void what_the_keeper_has_not_registered_yet_has_left_and_what_was_refused_or_recalled_is_no_order() {
        assertThat(CheckingOrders.left(act(null, null, null, null))).isTrue();
        assertThat(CheckingOrders.left(act(2L, "not-answered", null, null))).isFalse();
        assertThat(CheckingOrders.left(act(null, null, null, new Recalled(NOON, ""))))
                .isFalse();
    }

    private static KeptAct act(
            @Nullable Long n, @Nullable String effect, @Nullable Instant held, @Nullable Recalled recalled) {
        return new KeptAct(
                "a", "t", mock(Envelope.class), Map.of(), true, "", true, NOON, n, effect, null, held, recalled, null);
    }
}
