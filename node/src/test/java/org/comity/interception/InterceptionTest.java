package org.comity.interception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.thread.TabledState;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.junit.jupiter.api.Test;

/** What is pointed out while a batch is numbered and while a collection is closed; who decides is the State. */
class InterceptionTest {

    private final Threads threads = mock(Threads.class);
    private final RequestRow row = mock(RequestRow.class);
    private final Interception interception = new Interception(threads);

    @Test
    void a_number_that_a_batch_has_already_is_pointed_out_however_it_was_handed_over() {
        said("batch", Entry.EFFECTIVE, Map.of("number", "1"));

        assertThat(interception.pointed(row, "deliver", Map.of("number", " 1")))
                .containsExactly(new Pointed("interception.caution.number-twice", ""));
        assertThat(interception.pointed(row, "deliver", Map.of("number", "2"))).isEmpty();
    }

    @Test
    void a_number_that_was_said_without_effect_is_free() {
        said("deliver", "already-stopped", Map.of("number", "1"));

        assertThat(interception.pointed(row, "batch", Map.of("number", "1"))).isEmpty();
    }

    @Test
    void closing_points_out_a_batch_without_receipt_and_that_nothing_is_said_of_destroying() {
        said("deliver", Entry.EFFECTIVE, Map.of("number", "1"));
        unmatched(List.of(Map.of("act", "a", "received", false)));

        assertThat(interception.pointed(row, "close", Map.of()))
                .containsExactly(
                        new Pointed("interception.caution.unmatched", ""),
                        new Pointed("interception.caution.nothing-after", ""));
    }

    @Test
    void closing_points_out_nothing_once_it_is_said_when_what_is_left_is_looked_at_again() {
        said("look-again", Entry.EFFECTIVE, Map.of());
        unmatched(List.of());

        assertThat(interception.pointed(row, "close", Map.of())).isEmpty();
    }

    private void said(String type, String effect, Map<String, Object> body) {
        var envelope = mock(Envelope.class);
        when(envelope.type()).thenReturn(type);
        var act = mock(KeptAct.class);
        when(act.envelope()).thenReturn(envelope);
        when(act.effect()).thenReturn(effect);
        when(act.body()).thenReturn(body);
        when(row.thread()).thenReturn("t");
        when(threads.everyAct("t")).thenAnswer(_ -> Stream.of(act));
    }

    private void unmatched(List<Map<String, Object>> acts) {
        var thread = mock(Threads.Thread.class);
        when(thread.state())
                .thenReturn(new TabledState(Map.of("name", "Stopped", "deliveries", 1L, "unmatched", acts), false));
        when(threads.find("t")).thenReturn(Optional.of(thread));
    }
}
