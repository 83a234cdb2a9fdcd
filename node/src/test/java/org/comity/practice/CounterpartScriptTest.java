package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CounterpartScriptTest {

    @Test
    void it_acknowledges_before_it_keeps_and_keeps_before_it_gives() {
        assertThat(CounterpartScript.of("preservation/1", "requested"))
                .extracting(CounterpartScript.Line::act)
                .containsSubsequence("acknowledge", "accept", "report-preserved");
        assertThat(CounterpartScript.of("assistance/1", "requested"))
                .extracting(CounterpartScript.Line::act)
                .containsSubsequence("acknowledge", "accept", "pass", "deliver");
        assertThat(CounterpartScript.of("assistance/1", "requesting"))
                .extracting(CounterpartScript.Line::act)
                .contains("accept-conditions");
        assertThat(CounterpartScript.of("something/1", "requested")).isEmpty();
    }
}
