package org.comity.commons.kept;

import static org.assertj.core.api.Assertions.assertThat;
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

/** A report that is shown with no practice says so to whoever can ask for it anew. */
class UnknownPracticeCardTest {

    private static final Official MAREN = new Official("maren", "A. Maren", "XS-1/o-1", Set.of());

    private final KeptRows rows = mock(KeptRows.class);
    private final UnknownPracticeCard card = new UnknownPracticeCard(rows, mock(TemplateEngine.class));

    @Test
    void a_trial_of_what_stands_nowhere_is_told_and_one_of_a_practice_is_not() {
        var practice = record("p", "XB-1", Map.of("about", "ours"));
        when(rows.everyStanding("practice-record")).thenReturn(List.of(practice));

        assertThat(beside(record("t", "XC-1", Map.of("about", "tried", "tried", "XB-2026-000001"))))
                .isPresent();
        assertThat(beside(record("t", "XC-1", Map.of("about", "tried", "tried", "XB-1-XB-2026-000001"))))
                .isEmpty();
        assertThat(beside(practice)).isEmpty();
    }

    private Optional<?> beside(KeptRecord record) {
        var row = mock(RequestRow.class);
        when(row.ourRole()).thenReturn(Role.REQUESTED);
        when(row.thread()).thenReturn("t");
        when(rows.find("t")).thenReturn(Optional.of(record));
        return card.beside(row, MAREN);
    }

    private static KeptRecord record(String thread, String by, Map<String, Object> said) {
        var day = LocalDate.parse("2026-03-01");
        return new KeptRecord(
                thread,
                "practice-record",
                "XB-2026-000001",
                by,
                RecordState.STANDS,
                TrafficLight.CLEAR,
                said,
                day,
                day);
    }
}
