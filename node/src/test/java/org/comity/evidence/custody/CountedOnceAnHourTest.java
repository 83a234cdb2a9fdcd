package org.comity.evidence.custody;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.comity.evidence.EvidenceSettings;
import org.comity.exchange.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** How much is to be read again is not counted at each turn. */
class CountedOnceAnHourTest {

    private final ScrubRows rows = mock();
    private final SettableClock clock = new SettableClock();
    private final ScrubbingVault scrubbing = new ScrubbingVault(
            mock(),
            rows,
            mock(),
            new EvidenceSettings(Path.of("vault"), 2, 1, Duration.ofDays(30), DataSize.ofGigabytes(1), null),
            clock);

    @Test
    void what_is_held_is_counted_once_an_hour() {
        when(rows.held()).thenReturn(new ScrubPlan.Held(1_000_000, 1L << 40));
        when(rows.toScrub(any(), any())).thenReturn(Optional.empty());
        for (int turn = 0; turn < 6; turn++) {
            scrubbing.next();
            clock.forward(Duration.ofMinutes(10));
        }
        verify(rows, times(1)).held();
        verify(rows, times(6)).toScrub(any(), any());

        scrubbing.next();
        verify(rows, times(2)).held();
    }
}
