package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void it_acknowledges_before_it_keeps_and_keeps_before_it_gives() {
        assertThat(Script.of("preservation/1", "requested"))
                .extracting(Script.Line::act)
                .containsSubsequence("acknowledge", "accept", "report-preserved");
        assertThat(Script.of("assistance/1", "requested"))
                .extracting(Script.Line::act)
                .containsSubsequence("acknowledge", "accept", "pass", "deliver");
        assertThat(Script.of("assistance/1", "requesting")).extracting(Script.Line::act).contains("accept-conditions");
        assertThat(Script.of("something/1", "requested")).isEmpty();
    }
}
