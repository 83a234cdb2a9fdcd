package org.comity.casework.checkwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who gave a file is answered in another language without it; who has its hash alone is not. */
class GivenPaperTest {

    private static final String FILE = "ab".repeat(32);
    private static final Instant NOW = Instant.parse("2099-11-24T12:00:00Z");

    private final Clock clock = mock(Clock.class);

    @Test
    void what_this_process_signed_names_its_file_for_some_minutes() {
        when(clock.instant()).thenReturn(NOW);
        var papers = new GivenPaper(clock);
        var signed = papers.signed(FILE);

        assertThat(papers.sha256(signed)).contains(FILE);
        assertThat(new GivenPaper(clock).sha256(signed)).isEmpty();
        assertThat(papers.sha256((signed.startsWith("A") ? "B" : "A") + signed.substring(1)))
                .isEmpty();
        for (var other : new String[] {"", FILE, "?", "A".repeat(96), "A".repeat(10_000)}) {
            assertThat(papers.sha256(other)).isEmpty();
        }
        when(clock.instant()).thenReturn(NOW.plus(Duration.ofMinutes(21)));
        assertThat(papers.sha256(signed)).isEmpty();
    }
}
