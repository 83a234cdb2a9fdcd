package org.comity.exchange.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.comity.exchange.Refusal;
import org.comity.thread.RoomOfCounterpart;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The bounds themselves: the largest that passes and the smallest that does not. */
class KeepingQuotasTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final long DISK = 100_000;

    private RoomOfCounterpart.Usage held = new RoomOfCounterpart.Usage(0, 0);
    private long usable = DISK;
    private long messages;
    private boolean settled;
    private boolean waits;
    private long nanos = 1;
    private int measured;
    private final MeasuringQuotaUse taken = new MeasuringQuotaUse(
            it -> {
                measured++;
                return held;
            },
            new Rows(),
            () -> nanos);
    private final KeepingQuotas quotas = new KeepingQuotas(
            new QuotaSettings(10, DataSize.ofBytes(1000), 5, 7, 2, Map.of("XC-1", 20L), Map.of(), Map.of(), Map.of()),
            taken,
            new Rows(),
            () -> new DiskRoom.Space(usable, DISK),
            NOON);

    @Test
    void nothing_comes_into_the_part_of_the_disk_that_stays_free() {
        usable = 2_100;
        assertThat(act("XA-1", 100, false)).isNull();
        assertThat(act("XA-1", 101, false)).isEqualTo("no-room");
        usable = 1_999;
        assertThat(refusal(() -> quotas.message("XA-1"))).isEqualTo("no-room");
        // What lies here already needs no room.
        assertThat(refusal(() -> quotas.act("XA-1", 101, () -> true, () -> false)))
                .isNull();
    }

    @Test
    void threads_and_bytes_count_on_between_two_looks() {
        held = new RoomOfCounterpart.Usage(8, 700);
        assertThat(act("XA-1", 100, true)).isNull();
        assertThat(act("XA-1", 100, true)).isNull();
        assertThat(act("XA-1", 100, true)).isEqualTo("too-many-threads");
        assertThat(act("XA-1", 100, false)).isNull();
        assertThat(act("XA-1", 1, false)).isEqualTo("too-much-stored");
        assertThat(measured).isEqualTo(1);

        held = new RoomOfCounterpart.Usage(2, 100);
        nanos += 11_000_000_000L;
        assertThat(act("XA-1", 100, true)).isNull();
        assertThat(measured).isEqualTo(2);
    }

    @Test
    void one_participant_may_have_bounds_of_its_own() {
        held = new RoomOfCounterpart.Usage(15, 0);
        assertThat(act("XA-1", 1, true)).isEqualTo("too-many-threads");
        assertThat(act("XC-1", 1, true)).isNull();
        assertThat(act("XC-1", 1001, true)).isEqualTo("too-much-stored");
    }

    @Test
    void messages_of_a_day_and_what_waits_have_a_bound() {
        messages = 4;
        assertThat(refusal(() -> quotas.message("XA-1"))).isNull();
        assertThat(refusal(() -> quotas.message("XA-1"))).isEqualTo("too-many-messages");
        assertThat(refusal(() -> quotas.ask("XA-1"))).isNull();
        waits = true;
        assertThat(refusal(() -> quotas.ask("XA-1"))).isEqualTo("too-many-waiting");
    }

    @Test
    void who_fetches_as_fast_as_it_asks_has_a_bound_too() {
        settled = true;
        assertThat(refusal(() -> quotas.ask("XA-1"))).isEqualTo("too-many-waiting");
    }

    private String act(String from, long bytes, boolean opens) {
        return refusal(() -> quotas.act(from, bytes, () -> false, () -> opens));
    }

    private interface Asking {
        void ask() throws Exception;
    }

    private static String refusal(Asking asking) {
        var refusal = catchThrowableOfType(Refusal.class, asking::ask);
        return refusal == null ? null : refusal.code();
    }

    private final class Rows extends QuotaRows {

        Rows() {
            super(null);
        }

        @Override
        long messages(String from, Instant since) {
            return messages;
        }

        @Override
        boolean settled(String destination, Instant since, long many) {
            assertThat(many).isEqualTo(70);
            return settled;
        }

        @Override
        boolean waits(String destination, long many) {
            assertThat(many).isEqualTo(7);
            return waits;
        }
    }
}
