package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The first button is never the one that says what our node found to be false. */
class ReadingThreadTest {

    private static final List<String> OFFERED = List.of("matched", "close", "not-matched");

    @Test
    void what_our_node_found_comes_first() {
        assertThat(ReadingThread.filledInFirst(OFFERED, List.of("not-matched")))
                .containsExactly("not-matched", "matched", "close");
        assertThat(ReadingThread.filledInFirst(OFFERED, List.of())).isEqualTo(OFFERED);
        assertThat(ReadingThread.filledInFirst(List.of("close"), List.of("matched")))
                .as("not offered any more")
                .containsExactly("close");
    }
}
