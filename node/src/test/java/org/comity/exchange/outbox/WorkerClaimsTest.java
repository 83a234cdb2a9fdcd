package org.comity.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comity.exchange.ExchangeSettings;
import org.junit.jupiter.api.Test;

class WorkerClaimsTest {

    private final WorkerClaims claims =
            new WorkerClaims(mock(ClaimRows.class), mock(ExchangeSettings.class), Clock.systemUTC());

    /** Neither of two at once sees what the other took, and three entries leave in two parcels. */
    @Test
    void two_workers_claim_for_one_peer_one_after_the_other_and_for_two_side_by_side() throws Exception {
        var inside = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = Thread.ofPlatform()
                .start(() -> claims.take("XB-1", () -> {
                    inside.countDown();
                    waits(go);
                    return List.of();
                }));
        inside.await();
        var came = new CompletableFuture<Boolean>();
        var second = Thread.ofPlatform()
                .start(() -> claims.take("XB-1", () -> {
                    came.complete(first.isAlive() && go.getCount() > 0);
                    return List.of();
                }));
        await().until(() -> second.getState() == Thread.State.WAITING || came.isDone());

        assertThat(claims.take("XC-1", List::of)).isEmpty();
        assertThat(came).isNotDone();
        go.countDown();

        assertThat(came.get(1, TimeUnit.MINUTES))
                .as("while the first was at it")
                .isFalse();
    }

    private static void waits(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
