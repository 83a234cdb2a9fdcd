package org.comity.exchange.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import org.comity.directory.Participant;
import org.comity.exchange.ComparisonsDue;
import org.comity.proof.Malformed;
import org.comity.thread.Restoration;
import org.junit.jupiter.api.Test;

/** Rule R5: a peer's text of very many marks costs the door no more than its length. */
class EndlessMarksTest {

    @Test
    void a_run_of_marks_is_refused_at_once() {
        var json = "{\"heads\":\"b" + "\u0301".repeat(500_000) + "\u0316".repeat(500_000) + "\",\"last\":true}";
        var arriving = new ArrivingHeads(mock(Restoration.class), mock(ComparisonsDue.class));

        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThatExceptionOfType(Malformed.class)
                        .isThrownBy(() -> arriving.take(mock(Participant.class), json.getBytes(UTF_8)))
                        .satisfies(it -> assertThat(it.code()).isEqualTo("not-canonical")));
    }
}
