package org.comity.launch;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.comity.launch.StartPatience.Next;
import org.junit.jupiter.api.Test;

/** A node on a slow machine is waited for as long as its log grows, and whoever waits is told so. */
class StartPatienceTest {

    private final StartPatience patience = new StartPatience();

    @Test
    void a_log_that_grows_is_waited_for_and_that_is_told_each_minute() {
        assertThat(patience.look(ofSeconds(1), 10)).isEqualTo(Next.WAIT);
        assertThat(patience.look(ofSeconds(59), 20)).isEqualTo(Next.WAIT);
        for (int minute = 1; minute < 30; minute++) {
            assertThat(patience.look(ofMinutes(minute), 100 + minute)).isEqualTo(Next.TELL);
            assertThat(patience.look(ofMinutes(minute).plusSeconds(30), 100 + minute))
                    .isEqualTo(Next.WAIT);
        }
    }

    @Test
    void a_log_that_stands_still_is_given_up_after_five_minutes() {
        var stood = ofMinutes(7);
        assertThat(patience.look(stood.minus(ofMinutes(4)), 10)).isNotEqualTo(Next.SILENT);
        assertThat(patience.look(stood, 20)).isNotEqualTo(Next.SILENT);
        assertThat(patience.look(stood.plus(StartPatience.SILENCE).minusMillis(1), 20))
                .isNotEqualTo(Next.SILENT);
        assertThat(patience.look(stood.plus(StartPatience.SILENCE), 20)).isEqualTo(Next.SILENT);
    }

    @Test
    void a_process_that_writes_nothing_at_all_is_given_up_too() {
        assertThat(patience.look(StartPatience.SILENCE, 0)).isEqualTo(Next.SILENT);
    }

    /** A database that never comes is written of again and again. */
    @Test
    void a_log_that_grows_for_ever_is_given_up_once() {
        Duration since = Duration.ZERO;
        long logged = 0;
        while (since.compareTo(StartPatience.LONGEST) < 0) {
            assertThat(patience.look(since, logged++)).isIn(Next.WAIT, Next.TELL);
            since = since.plusSeconds(10);
        }
        assertThat(patience.look(since, logged)).isEqualTo(Next.TOO_LONG);
    }
}
