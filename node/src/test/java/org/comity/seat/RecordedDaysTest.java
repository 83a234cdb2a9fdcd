package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.comity.proof.seat.SeatProof;
import org.comity.vocabulary.DayAlone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of a letter whose hour nobody wrote down a seat is shown the day; an hour that somebody wrote is shown, noon too. */
class RecordedDaysTest {

    private static final Instant DAY = DayAlone.of(LocalDate.of(2025, 3, 4));

    @Test
    void noon_is_told_from_an_hour_that_is_not_known() {
        assertThat(recorded(DAY, "mail").dayAlone()).isTrue();
        assertThat(recorded(DayAlone.withHour(DAY), "mail").dayAlone()).isFalse();
        assertThat(recorded(DAY, SeatProof.SEAT).dayAlone())
                .as("dated by a machine")
                .isFalse();
        assertThat(recorded(DAY, null).dayAlone()).isFalse();
    }

    private static SeatPagesView.Recorded recorded(Instant at, @Nullable String channel) {
        return new SeatPagesView.Recorded("act", "XA-1-2025-1", "Answer", at, channel);
    }
}
