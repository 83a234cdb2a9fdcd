package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.ItemArrivals.State;
import org.comity.evidence.transfer.FetchedUnasked.NeedsOfficer;
import org.comity.evidence.vault.Vault;
import org.comity.evidence.wire.OfferedItem.Later;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Several items that begin at once share the room and the bounds that each alone would keep. */
class FetchedUnaskedTest {

    private static final long MB = 1L << 20;
    private static final Arrival ONE = arrival("one");
    private static final Arrival OTHER = arrival("other");

    private final BoundRows rows = mock(BoundRows.class);
    private final Vault vault = mock(Vault.class);
    private final FetchedUnasked bounds = new FetchedUnasked(
            rows,
            vault,
            new TransferSettings(
                    null,
                    32,
                    4,
                    16,
                    Duration.ofSeconds(10),
                    4,
                    DataSize.ofGigabytes(10),
                    DataSize.ofMegabytes(100),
                    10,
                    null,
                    null,
                    null,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(2),
                    Duration.ofMinutes(15)));

    @BeforeEach
    void disk() throws Exception {
        when(vault.disk()).thenReturn(1000 * MB);
        when(vault.room()).thenReturn(250 * MB);
    }

    @Test
    void what_is_promised_to_one_is_no_room_for_another() throws Exception {
        bounds.mayBegin(ONE, 90 * MB);
        bounds.room(ONE, 90 * MB);
        bounds.mayBegin(OTHER, 90 * MB);
        assertThatExceptionOfType(Later.class).isThrownBy(() -> bounds.room(OTHER, 90 * MB));

        when(vault.room()).thenReturn(200 * MB);
        bounds.missing(ONE, 40 * MB);
        assertThatExceptionOfType(Later.class)
                .as("what came took up the disk")
                .isThrownBy(() -> bounds.room(OTHER, 90 * MB));
        assertThatCode(() -> bounds.room(OTHER, 60 * MB)).doesNotThrowAnyException();

        bounds.ended(ONE);
        assertThatCode(() -> bounds.room(OTHER, 90 * MB)).doesNotThrowAnyException();
    }

    @Test
    void what_began_and_has_no_byte_yet_counts_for_its_sender() throws Exception {
        when(rows.beside(eq("other"), any()))
                .thenAnswer(it -> it.<Set<String>>getArgument(1).contains("one") ? 90 * MB : 0);

        bounds.mayBegin(ONE, 90 * MB);
        assertThatExceptionOfType(NeedsOfficer.class)
                .isThrownBy(() -> bounds.mayBegin(OTHER, 20 * MB))
                .satisfies(it -> assertThat(it.code()).isEqualTo("sender-bound"));

        bounds.ended(ONE);
        assertThatCode(() -> bounds.mayBegin(OTHER, 20 * MB)).doesNotThrowAnyException();
    }

    @Test
    void what_is_under_way_does_not_wait_for_the_sum_of_another() throws Exception {
        bounds.mayBegin(ONE, 90 * MB);
        var summing = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        when(rows.beside(eq("other"), any())).thenAnswer(it -> {
            summing.countDown();
            go.await();
            return 0L;
        });
        var asking = CompletableFuture.runAsync(() -> begins(OTHER));
        summing.await();

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> bounds.missing(ONE, 1));

        go.countDown();
        asking.get(10, TimeUnit.SECONDS);
    }

    private void begins(Arrival arrival) {
        try {
            bounds.mayBegin(arrival, MB);
        } catch (NeedsOfficer e) {
            throw new AssertionError(e);
        }
    }

    private static Arrival arrival(String manifest) {
        return new Arrival(
                manifest, "XB-1", "thread", "act", State.WAITING, null, 0, 0, 0, Instant.EPOCH, null, Instant.EPOCH);
    }
}
