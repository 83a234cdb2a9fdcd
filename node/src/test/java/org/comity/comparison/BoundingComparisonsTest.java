package org.comity.comparison;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.procedure.Draft;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guesses cost: identifiers are compared with one counterpart only so often a day. */
class BoundingComparisonsTest {

    private static final Instant NOW = Instant.parse("2027-03-10T12:00:00Z");

    private final Threads threads = mock(Threads.class);
    private final ComparisonTurns turns = mock(ComparisonTurns.class);
    private final BoundingComparisons once =
            new BoundingComparisons(threads, turns, new ComparisonSettings(1), Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<KeptAct> said = new ArrayList<>();

    @BeforeEach
    void consultations() {
        when(threads.ours(eq("XB-1"), eq("compare"), any(), any()))
                .thenAnswer(call -> said.stream()
                        .filter(KeptAct::ours)
                        .filter(it -> it.envelope().type().equals("compare"))
                        .filter(it -> it.keptAt().isAfter(call.getArgument(2)))
                        .filter(it -> it.keptAt().isBefore(call.getArgument(3)))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"offer", "answer"})
    void a_second_one_within_a_day_is_refused_whoever_began_it(String step) {
        said(act("compare", step, true, Duration.ofHours(23)));

        assertThatExceptionOfType(BoundingComparisons.TooOften.class)
                .isThrownBy(() -> once.check(draft("XB-1", "compare", "offer")))
                .satisfies(it ->
                        org.assertj.core.api.Assertions.assertThat(it.facts()).containsEntry("n", "1"));
    }

    @Test
    void what_ends_one_that_has_begun_and_every_other_act_goes() {
        said(act("compare", "offer", true, Duration.ofHours(1)));

        assertThatCode(() -> once.check(draft("XB-1", "compare", "last"))).doesNotThrowAnyException();
        assertThatCode(() -> once.check(draft("XB-1", "inform", "offer"))).doesNotThrowAnyException();
    }

    @Test
    void a_day_later_with_another_and_after_theirs_alone_it_goes() {
        said(act("compare", "offer", true, Duration.ofHours(25)));
        assertThatCode(() -> once.check(draft("XB-1", "compare", "offer"))).doesNotThrowAnyException();

        said(act("compare", "offer", false, Duration.ofHours(1)));
        assertThatCode(() -> once.check(draft("XB-1", "compare", "answer"))).doesNotThrowAnyException();

        said(act("compare", "offer", true, Duration.ofHours(1)));
        assertThatCode(() -> once.check(draft("XC-1", "compare", "offer"))).doesNotThrowAnyException();
    }

    /** Else one could be approved each day, and all leave together. */
    @Test
    void one_that_is_held_is_counted_at_the_hour_at_which_it_leaves() {
        var hour = NOW.plus(Duration.ofDays(30));
        said(act("compare", "offer", true, Duration.between(hour, NOW)));

        assertThatCode(() -> once.check(draft("XB-1", "compare", "offer"))).doesNotThrowAnyException();
        for (var beside : List.of(Duration.ZERO, Duration.ofHours(23), Duration.ofHours(-23))) {
            assertThatExceptionOfType(BoundingComparisons.TooOften.class)
                    .isThrownBy(() -> once.check(draft("XB-1", "compare", "offer"), hour.plus(beside)));
        }
        assertThatCode(() -> once.check(draft("XB-1", "compare", "offer"), hour.plus(Duration.ofHours(25))))
                .doesNotThrowAnyException();
    }

    private void said(KeptAct... acts) {
        said.clear();
        said.addAll(List.of(acts));
    }

    private static KeptAct act(String type, String step, boolean ours, Duration ago) {
        var act = mock(KeptAct.class, RETURNS_DEEP_STUBS);
        when(act.ours()).thenReturn(ours);
        when(act.body()).thenReturn(Map.of("step", step));
        when(act.envelope().type()).thenReturn(type);
        when(act.envelope().procedure()).thenReturn("consultation/1");
        when(act.keptAt()).thenReturn(NOW.minus(ago));
        return act;
    }

    private static Draft draft(String counterpart, String type, String step) {
        var draft = mock(Draft.class);
        when(draft.law()).thenReturn("consultation");
        when(draft.type()).thenReturn(type);
        when(draft.counterpart()).thenReturn(counterpart);
        when(draft.body()).thenReturn(Map.of("step", step));
        return draft;
    }
}
