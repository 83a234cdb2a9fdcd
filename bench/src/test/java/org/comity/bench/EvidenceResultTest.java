package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EvidenceResultTest {

    @Test
    void the_size_that_did_worst_stands_for_all() {
        var found = new EvidenceResult(List.of(size(64, 0.9, 0.5, 0.7, 100), size(1024, 0.4, 0.8, 0.5, 115)), 7);
        assertThat(found.sealRatio()).isEqualTo(0.4);
        assertThat(found.matchRatio()).isEqualTo(0.5);
        assertThat(found.transferRatio()).isEqualTo(0.5);
        assertThat(found.growth()).isEqualTo(1.15);
        assertThat(found.holds()).isTrue();
        var json = JsonMapper.shared().readTree(found.json());
        assertThat(json.get("sealRatio").doubleValue()).isEqualTo(0.4);
        assertThat(json.get("sizes").get(1).get("rssMb").intValue()).isEqualTo(115);
    }

    @Test
    void each_goal_can_be_missed() {
        assertThat(new EvidenceResult(List.of(size(64, 0.39, 0.5, 0.5, 100)), 7).holds())
                .isFalse();
        assertThat(new EvidenceResult(List.of(size(64, 0.4, 0.49, 0.5, 100)), 7).holds())
                .isFalse();
        assertThat(new EvidenceResult(List.of(size(64, 0.4, 0.5, 0.49, 100)), 7).holds())
                .isFalse();
        assertThat(new EvidenceResult(List.of(size(64, 1, 1, 1, 100), size(1024, 1, 1, 1, 116)), 7).holds())
                .isFalse();
    }

    private static EvidenceResult.Size size(int megabytes, double seal, double match, double transfer, long resident) {
        return new EvidenceResult.Size(
                megabytes,
                new Percentiles(new double[] {seal}),
                new Percentiles(new double[] {match}),
                1,
                1,
                1,
                resident,
                new Percentiles(new double[] {transfer}),
                1,
                resident);
    }
}
