package org.comity.exchange.outbox;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts whose hour has come. */
class HeldActsTest {

    private final Threads threads = mock();
    private final ThreadKeeping keeping = mock();

    @Test
    void one_that_cannot_be_registered_does_not_keep_the_next_from_it() {
        when(threads.heldUntil(any())).thenReturn(List.of("a", "b"));
        doThrow(new IllegalStateException("of a alone")).when(keeping).registerHeld("a");

        new HeldActs(threads, keeping, atOnce()).release(Instant.EPOCH);

        verify(keeping).registerHeld("b");
    }

    @Test
    void one_that_cannot_be_registered_is_tried_after_a_pause_that_grows() {
        when(threads.heldUntil(any())).thenReturn(List.of("a"));
        doThrow(new IllegalStateException()).when(keeping).registerHeld("a");
        var acts = new HeldActs(threads, keeping, atOnce());

        for (int second = 0; second < 170; second++) acts.release(Instant.EPOCH.plusSeconds(second));
        verify(keeping, times(2)).registerHeld("a");

        doNothing().when(keeping).registerHeld("a");
        for (int second = 170; second < 190; second++) acts.release(Instant.EPOCH.plusSeconds(second));
        verify(keeping, times(2 + 10)).registerHeld("a");
    }

    private static TransactionTemplate atOnce() {
        return new TransactionTemplate() {
            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> action) {
                action.accept(mock(TransactionStatus.class, RETURNS_DEEP_STUBS));
            }
        };
    }
}
