package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A small run of the rooms, whole: contributions, search, board, and members that hold the last one. */
@Tag("long")
class RoomBenchTest {

    @Test
    void every_member_holds_what_was_said_last() throws Exception {
        var said = new ByteArrayOutputStream();
        var result =
                new RoomBench(new RoomPlan(40, 4, 5, 2), new PrintStream(said, true, StandardCharsets.UTF_8)).run();

        assertThat(result.holding()).isEqualTo(5);
        assertThat(result.searchMedianMs()).isPositive();
        assertThat(said.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                .startsWith("{\"posts\":40,\"topics\":4,\"members\":5,")
                .endsWith("}");
        assertThat(RoomBench.members(195))
                .hasSize(195)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("X[A-Z]-[1-9]"));
    }
}
