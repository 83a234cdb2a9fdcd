package org.comity.casework.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.comity.casework.Compartments;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.casework.Confirmations.Outcome;
import org.comity.identity.Approvals;
import org.comity.ledger.Ledger;
import org.comity.ui.LivePages;
import org.junit.jupiter.api.Test;

/** Confirmations page by page, as if those of closed requests were not there. */
class AwaitedPagesTest {

    @Test
    void one_of_a_closed_request_takes_no_place_and_stands_in_no_cursor() {
        var all = IntStream.range(100, 220).mapToObj(AwaitedPagesTest::of).toList();
        var rows = mock(ConfirmationRows.class);
        when(rows.awaited(any(), anyInt())).thenAnswer(it -> behind(all, it.getArgument(0), it.getArgument(1)));
        var compartments = mock(Compartments.class);
        when(compartments.seen(any(), any(), any()))
                .thenAnswer(it -> it.<List<Confirmation>>getArgument(0).stream()
                        .filter(each -> !it.<Function<Confirmation, String>>getArgument(1)
                                .apply(each)
                                .equals("closed"))
                        .toList());
        var confirming = new ConfirmingAfterwards(
                rows,
                compartments,
                mock(Approvals.class),
                mock(Ledger.class),
                mock(LivePages.class),
                Clock.systemUTC());

        var first = confirming.awaited(null, "tolva");
        var second = confirming.awaited(first.cursor(), "tolva");

        assertThat(first.confirmations()).hasSize(50);
        assertThat(first.cursor()).isEqualTo("199");
        assertThat(second.confirmations()).hasSize(10);
        assertThat(second.cursor()).isNull();
    }

    private static List<Confirmation> behind(List<Confirmation> all, String after, int limit) {
        return all.stream()
                .filter(it -> after == null || it.act().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private static Confirmation of(int n) {
        return new Confirmation(
                "" + n,
                "d" + n,
                n % 2 == 0 ? "closed" : "open",
                "XA-2026-000001",
                "preservation/1",
                "request",
                "maren",
                "maren",
                Instant.EPOCH,
                Outcome.AWAITED,
                null,
                null,
                "");
    }
}
