package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In short what {@code bench tamper} does at length. */
@Tag("long")
class TamperBenchTest {

    @Test
    void no_change_of_what_was_exported_is_missed() throws IOException {
        var plan = new TamperPlan(Integer.getInteger("mutations", 300), Long.getLong("seed", System.nanoTime()));
        var found = new TamperBench(plan, System.out).run(Path.of("../docs/protocol/vectors/bags"));
        assertThat(found.holds()).as(found.json()).isTrue();
    }
}
