package org.comity.commons.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.TemplateEngine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report that is shown with no practice says so to whoever can ask for it anew. */
class UnknownPracticeCardTest {

    private static final Official MAREN = new Official("maren", "A. Maren", "XS-1/o-1", Set.of());

    private final KeptRows rows = mock(KeptRows.class);
    private final UnknownPracticeCard card = new UnknownPracticeCard(rows, mock(TemplateEngine.class));

    @Test
    void a_trial_of_what_stands_nowhere_is_told_and_one_of_a_practice_is_not() {
        var practice = record("p", "XB-1", RecordState.STANDS, Map.of("about", "ours"));
        kept(practice);

        assertThat(beside(record("t", "XC-1", RecordState.STANDS, Map.of("about", "tried", "tried", "XB-2026-000001"))))
                .isPresent();
        assertThat(beside(record(
                        "t", "XC-1", RecordState.STANDS, Map.of("about", "tried", "tried", "XB-1-XB-2026-000001"))))
                .isEmpty();
        assertThat(beside(practice)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordState.class,
            names = {"WAITS", "ENDED"})
    void nothing_is_wrong_with_a_trial_of_a_practice_that_waits_or_was_withdrawn(RecordState practice) {
        var trial = record("t", "XC-1", RecordState.STANDS, Map.of("about", "tried", "tried", "XB-1-XB-2026-000001"));
        kept(record("p", "XB-2", practice, Map.of("about", "ours")));
        assertThat(beside(trial)).as("another's").isPresent();

        kept(record("p", "XB-1", practice, Map.of("about", "ours")));
        assertThat(beside(trial)).isEmpty();
    }

    @Test
    void nobody_is_asked_for_another_trial_in_place_of_one_that_ended() {
        var said = Map.<String, Object>of("about", "tried", "tried", "17");

        assertThat(beside(record("t", "XC-1", RecordState.WAITS, said))).isPresent();
        assertThat(beside(record("t", "XC-1", RecordState.ENDED, said))).isEmpty();
    }

    private void kept(KeptRecord practice) {
        when(rows.having(eq("practice-record"), argThat(it -> it.contains(practice.reference()))))
                .thenReturn(List.of(practice));
    }

    private Optional<?> beside(KeptRecord record) {
        var row = mock(RequestRow.class);
        when(row.ourRole()).thenReturn(Role.REQUESTED);
        when(row.thread()).thenReturn("t");
        when(rows.find("t")).thenReturn(Optional.of(record));
        return card.beside(row, MAREN);
    }

    private static KeptRecord record(String thread, String by, RecordState standing, Map<String, Object> said) {
        var day = LocalDate.parse("2026-03-01");
        return new KeptRecord(
                thread, "practice-record", "XB-2026-000001", by, standing, TrafficLight.CLEAR, said, day, day);
    }
}
