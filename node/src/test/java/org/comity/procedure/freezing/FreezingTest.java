package org.comity.procedure.freezing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.KnownRequests;
import org.comity.proof.act.Envelope;
import org.comity.thread.EffectiveActs;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.junit.jupiter.api.Test;

/** What a request to freeze takes over, and that a hearing which still runs is pointed out. */
class FreezingTest {

    private static final Instant HEAR_BY = Instant.parse("2027-04-02T12:00:00Z");

    private final Threads threads = mock(Threads.class);

    @Test
    void a_hearing_that_runs_is_pointed_out_before_anything_is_lifted_and_one_that_is_over_is_not() {
        var said = List.of(
                act("intend-lift", "effective", "2027-04-09T12:00:00Z"),
                act("intend-lift", "effective", HEAR_BY.toString()),
                act("intend-lift", "lifting-announced-already", "2027-04-09T12:00:00Z"));
        when(threads.effective(eq("t"), any())).thenAnswer(EffectiveActs.of(said));

        for (var type : List.of("lift", "lift-part")) {
            assertThat(pointed(HEAR_BY.minusSeconds(1), "LiftIntended", type))
                    .extracting(Pointed::message)
                    .containsExactly("freezing.caution.hearing-runs");
            assertThat(pointed(HEAR_BY, "LiftIntended", type)).isEmpty();
            assertThat(pointed(HEAR_BY.minusSeconds(1), "LiftHeard", type)).isEmpty();
        }
        assertThat(pointed(HEAR_BY.minusSeconds(1), "LiftIntended", "keep")).isEmpty();
    }

    @Test
    void before_a_measure_ends_on_its_day_the_hearing_is_pointed_out_with_its_paragraph() {
        assertThat(pointed(HEAR_BY, "Frozen", "expire"))
                .containsExactly(new Pointed("freezing.caution.review-day", "50(8)"));
        for (var state : List.of("LiftIntended", "LiftHeard")) {
            assertThat(pointed(HEAR_BY, state, "expire"))
                    .containsExactly(new Pointed("freezing.caution.not-decided", "50(8)"));
        }
    }

    @Test
    void what_was_told_and_then_given_are_the_facts() {
        var opening = mock(KeptAct.class);
        when(opening.body()).thenReturn(Map.of("information", "A wallet."));
        when(threads.opening("t")).thenReturn(Optional.of(opening));
        var given = act("give", "effective", "");
        when(given.body()).thenReturn(Map.of("information", "It is bc1q7.", "concerned", "Ivo Renn"));
        when(threads.effective(eq("t"), any())).thenAnswer(EffectiveActs.of(List.of(given)));

        var begun = freezing(HEAR_BY).begunFrom(row("Received"), new HashMap<>(Map.of("facts", "", "concerned", "")));

        assertThat(begun).containsEntry("facts", "A wallet.\n\nIt is bc1q7.").containsEntry("concerned", "Ivo Renn");
    }

    private List<Pointed> pointed(Instant now, String state, String type) {
        return freezing(now).pointed(row(state), type, Map.of());
    }

    private Freezing freezing(Instant now) {
        var requests = mock(KnownRequests.class);
        when(requests.now()).thenReturn(now);
        when(requests.law(any()))
                .thenReturn(PracticeLaw.held().law("freezing", "uncc/2").orElseThrow());
        return new Freezing(threads, requests);
    }

    private static RequestRow row(String state) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("t");
        when(row.state()).thenReturn(state);
        return row;
    }

    private static KeptAct act(String type, String effect, String hearBy) {
        var envelope = mock(Envelope.class);
        when(envelope.type()).thenReturn(type);
        var act = mock(KeptAct.class);
        when(act.envelope()).thenReturn(envelope);
        when(act.effect()).thenReturn(effect);
        when(act.body()).thenReturn(Map.of("hearBy", hearBy));
        return act;
    }
}
