package org.comity.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.bench.BenchOptions;
import org.comity.bench.faults.Fault.Unhealed;
import org.junit.jupiter.api.Test;

/** What does not come right in time is called unhealed, with what was waited for. */
class HealingTimeTest {

    private static final HealingTime NONE = new HealingTime(Duration.ZERO);

    @Test
    void what_never_holds_is_unhealed() {
        assertThatExceptionOfType(Unhealed.class)
                .isThrownBy(() -> NONE.until("both nodes say that they are well", () -> false))
                .withMessage("not within 0 s: both nodes say that they are well");
    }

    @Test
    void what_cannot_even_be_asked_is_unhealed() {
        assertThatExceptionOfType(Unhealed.class)
                .isThrownBy(() -> NONE.until("it is well", () -> {
                    throw new IOException("refused");
                }))
                .withMessage("not within 0 s: it is well (java.io.IOException: refused)");
    }

    @Test
    void what_is_not_answered_is_asked_again() throws Exception {
        var asked = new AtomicInteger();

        int answer = new HealingTime(Duration.ofMinutes(1)).answer("an answer", () -> {
            if (asked.incrementAndGet() < 2) throw new IOException("not yet");
            return 7;
        });

        assertThat(answer).isEqualTo(7);
        assertThat(asked).hasValue(2);
    }

    @Test
    void kinds_are_played_as_asked_and_an_unknown_one_is_said() {
        assertThat(FaultsPlan.of(new BenchOptions(List.of("--only", "line-cut,disk-full", "--seed", "1")))
                        .kinds())
                .extracting(Fault::name)
                .containsExactly("line-cut", "disk-full");
        assertThat(FaultsPlan.of(new BenchOptions(List.of("--short"))).brief()).isTrue();
        assertThat(FaultsPlan.kindNames()).doesNotHaveDuplicates();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> FaultsPlan.of(new BenchOptions(List.of("--only", "flood"))))
                .withMessageStartingWith("no such kind: flood; there are node-killed");
    }
}
