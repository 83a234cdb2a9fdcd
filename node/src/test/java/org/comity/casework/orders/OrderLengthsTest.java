package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.Editions;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long a domestic order lasts: as it says, and no longer than the law of its thread. */
class OrderLengthsTest {

    private static final LocalDate GRANTED = LocalDate.of(2027, 1, 1);
    private static final LocalDate NINETIETH = LocalDate.of(2027, 4, 1);

    @Test
    void an_order_that_names_no_day_lasts_as_long_as_the_law_allows() {
        assertThat(lastDay("uncc/2", null)).isEqualTo(NINETIETH);
        assertThat(lastDay("budapest/2", null)).isEqualTo(NINETIETH);
    }

    @Test
    void an_order_that_names_a_later_day_than_the_law_allows_ends_when_the_law_says() {
        assertThat(lastDay("uncc/2", NINETIETH.plusDays(1))).isEqualTo(NINETIETH);
        assertThat(lastDay("uncc/2", NINETIETH.minusDays(1))).isEqualTo(NINETIETH.minusDays(1));
    }

    @Test
    void where_the_law_sets_no_length_the_order_alone_counts() {
        assertThat(lastDay("other/1", null)).isNull();
        assertThat(lastDay("other/1", NINETIETH.plusYears(1))).isEqualTo(NINETIETH.plusYears(1));
    }

    private static @Nullable LocalDate lastDay(String edition, @Nullable LocalDate named) {
        var editions = mock(Editions.class);
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("thread");
        when(row.law()).thenReturn("preservation");
        when(editions.ofThread("thread")).thenReturn(edition);
        return new OrderLengths(PracticeLaw.held(), editions).lastDay(row, named, GRANTED);
    }
}
