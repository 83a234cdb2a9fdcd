package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.comity.casework.PreparedActs.Prepared;
import org.junit.jupiter.api.Test;

/** The first button is never the one that says what our node found to be false. */
class ReadingThreadTest {

    private static final List<String> OFFERED = List.of("matched", "close", "not-matched");

    @Test
    void what_our_node_found_comes_first() {
        assertThat(ReadingThread.filledInFirst(OFFERED, "t", List.of(found("t", "not-matched"))))
                .containsExactly("not-matched", "matched", "close");
        assertThat(ReadingThread.filledInFirst(OFFERED, "t", List.of(found("other", "not-matched"))))
                .isEqualTo(OFFERED);
        assertThat(ReadingThread.filledInFirst(List.of("close"), "t", List.of(found("t", "matched"))))
                .as("not offered any more")
                .containsExactly("close");
    }

    private static Prepared found(String thread, String type) {
        return new Prepared(thread, "XA-1", "ab", "assistance", type, Instant.EPOCH, null);
    }
}
