package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.Releases.Release;
import org.comity.evidence.SeenItems;
import org.comity.ui.HealthLine;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** Whoever is not named in a closed request neither sees nor decides about what travels of it. */
class SeenTransfersTest {

    private static final Official TOLVA = new Official("tolva", "E. Tolva", "XA-1/o-2", Set.of(Duty.LAWYER));
    private static final Official MAREN = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private static final String COMING = "a".repeat(64);
    private static final String GOING = "b".repeat(64);

    private final ArrivalRows arrivalRows = mock(ArrivalRows.class);
    private final ReleaseRows releases = mock(ReleaseRows.class);
    private final SeenItems items = mock(SeenItems.class);
    private final ItemArrivals arrivals = mock(ItemArrivals.class);
    private final DecidingTransfers deciding = mock(DecidingTransfers.class);
    private final SeenTransfers seen = new SeenTransfers(
            arrivalRows,
            releases,
            new StaticListableBeanFactory(Map.of("items", items)).getBeanProvider(SeenItems.class));
    private final TransferController page =
            new TransferController(mock(ReadingTransfers.class), arrivals, deciding, items, seen);

    @BeforeEach
    void closed() {
        when(items.hidden(TOLVA)).thenReturn(Set.of("closed"));
        when(items.hidden(MAREN)).thenReturn(Set.of());
        when(items.seeing(Set.of("closed"))).thenReturn(MAREN::equals);
        when(arrivalRows.find(any())).thenReturn(Optional.empty());
        when(releases.find(any())).thenReturn(Optional.empty());
        when(arrivalRows.find(COMING)).thenReturn(Optional.of(arrival()));
        when(releases.find(GOING)).thenReturn(Optional.of(release()));
    }

    @Test
    void nobody_decides_about_what_they_may_not_see() {
        var redirect = new RedirectAttributesModelMap();

        for (Runnable each : new Runnable[] {
            () -> page.pause(COMING, TOLVA, redirect),
            () -> page.resume(COMING, TOLVA, redirect),
            () -> page.cancel(COMING, TOLVA, redirect),
            () -> page.hold(GOING, true, TOLVA, redirect)
        }) {
            assertThatExceptionOfType(TransferRefused.class)
                    .isThrownBy(each::run)
                    .satisfies(it -> assertThat(it.code()).isEqualTo("transfer.unknown"));
        }
        verifyNoInteractions(arrivals, deciding);

        page.pause(COMING, MAREN, redirect);
        page.hold(GOING, true, MAREN, redirect);
        verify(arrivals).pause(COMING, MAREN);
        verify(deciding).hold(any(), anyBoolean(), any());
    }

    @Test
    void an_open_page_is_not_told_that_it_moved() {
        assertThat(seen.readers("transfers", COMING).test(TOLVA)).isFalse();
        assertThat(seen.readers("transfers", GOING).test(TOLVA)).isFalse();
        assertThat(seen.readers("transfers", COMING).test(MAREN)).isTrue();
        assertThat(seen.readers("transfers", "c".repeat(64)).test(TOLVA)).isTrue();
        assertThat(seen.readers("requests", COMING).test(TOLVA))
                .as("another's to say")
                .isTrue();
    }

    @Test
    void neither_a_page_nor_the_health_page_tells_that_it_waits() {
        var rows = mock(BoundRows.class);
        when(rows.anyToPress(Set.of())).thenReturn(true);
        when(rows.toPress(Set.of())).thenReturn(Map.of("XB-1", 1L));
        when(items.closed()).thenReturn(Set.of("closed"));
        var notice = new DeliveriesNotice(rows, seen);

        assertThat(notice.notice(TOLVA)).isEmpty();
        assertThat(notice.notice(MAREN)).isPresent();
        assertThat(notice.lines())
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(HealthLine.State.GOOD));
    }

    private static ItemArrivals.Arrival arrival() {
        return new ItemArrivals.Arrival(
                COMING,
                "XB-1",
                "closed",
                "act",
                ItemArrivals.State.WAITING,
                null,
                0,
                0,
                0,
                Instant.EPOCH,
                null,
                Instant.EPOCH);
    }

    private static Release release() {
        return new Release(GOING, UUID.randomUUID(), "XB-1", "closed", "act", Instant.EPOCH, false, 0, 9);
    }
}
