package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlanksTest {

    private final Blanks blanks = new Blanks(Instant.parse("2027-03-01T12:00:30.250Z"), it -> "<" + it + ">");

    @Test
    void times_are_counted_from_now_and_the_rest_is_asked_for() {
        assertThat(blanks.text("{now} {now+P6D} {now-P58DT3H}"))
                .isEqualTo("2027-03-01T12:00:30Z 2027-03-07T12:00:30Z 2027-01-02T09:00:30Z");
        assertThat(blanks.text("{day-P1D} {local-PT1H} {year-P60D} {act:deliver} none"))
                .isEqualTo("2027-02-28 2027-03-01T11:00:00 2026 <act:deliver> none");
        assertThat(blanks.filled(Map.of("items", List.of(Map.of("at", "{day}")), "n", 3, "whole", true)))
                .isEqualTo(Map.of("items", List.of(Map.of("at", "2027-03-01")), "n", 3, "whole", true));
    }
}
