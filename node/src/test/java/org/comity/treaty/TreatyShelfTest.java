package org.comity.treaty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

class TreatyShelfTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-07");

    private final ReadingTreaty reading = mock(ReadingTreaty.class);
    private final TreatyShelf shelf = new TreatyShelf(mock(TreatyRows.class), reading, WordsForTests.load());

    @Test
    void a_state_that_denounced_is_shown_with_the_day_on_which_it_ends() {
        var ratified = line(TreatyStep.RATIFICATION, DAY);
        var left = List.of(ratified, line(TreatyStep.DENUNCIATION, DAY.plusDays(9)));
        shows(row(left), row(List.of(ratified)));

        var table = shelf.tables("en").getFirst();
        assertThat(table.columns().getLast()).isEqualTo("public.treaty.until");
        assertThat(table.rows())
                .allSatisfy(it -> assertThat(it).hasSameSizeAs(table.columns()))
                .extracting(List::getLast)
                .containsExactly("2027-03-16", "");
    }

    private void shows(PartyRow... parties) {
        var view = mock(TreatyView.class);
        when(view.parties()).thenReturn(List.of(parties));
        when(reading.table(any(), any())).thenReturn(view);
    }

    private static PartyRow row(List<TreatyLine> lines) {
        return new PartyRow(
                "XB",
                "Belmora",
                lines,
                TreatyCount.of(PracticeLaw.held().newest(Convention.UNCC).orElseThrow(), lines));
    }

    private static TreatyLine line(TreatyStep step, LocalDate day) {
        return new TreatyLine("XB", "Belmora", false, step, day, "C.N.1.2026", "practice list", "", "");
    }
}
