package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import org.comity.ui.LivePages;
import org.junit.jupiter.api.Test;

class ServedSoFarTest {

    private final ReleaseRows rows = mock(ReleaseRows.class);
    private final TransferSpeeds speeds = new TransferSpeeds();
    private final ServedSoFar served = new ServedSoFar(rows, speeds, mock(LivePages.class), Clock.systemUTC());

    @Test
    void what_is_served_whole_is_written_down_and_remembered_no_more() {
        served.reached("m", 100, 40);
        served.sent("m", 100, 30);
        served.ended("m");
        verify(rows, atLeastOnce()).reached(eq("m"), eq(70L), any());
        assertThat(served.counted()).isEqualTo(1);

        served.sent("m", 100, 30);
        served.ended("m");
        served.ended("m");
        verify(rows, atLeastOnce()).reached(eq("m"), eq(100L), any());
        assertThat(served.counted()).isZero();
    }
}
