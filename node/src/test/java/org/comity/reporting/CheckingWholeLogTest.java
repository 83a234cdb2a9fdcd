package org.comity.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CheckingWholeLogTest {

    private final Ledger ledger = mock(Ledger.class);
    private final CheckingWholeLog checking = new CheckingWholeLog(ledger, Clock.systemUTC());

    @Tag("long")
    @Test
    void a_long_walk_keeps_no_page_waiting_and_is_begun_once() throws Exception {
        var go = new CountDownLatch(1);
        when(ledger.verify()).thenAnswer(it -> {
            go.await();
            return new Ledger.Verdict(7, null);
        });

        checking.begin();
        assertThat(checking.state().running()).isNotNull();
        assertThat(checking.state().verdict()).isNull();
        checking.begin();
        go.countDown();

        await().until(() -> checking.state().running() == null);
        assertThat(checking.state().verdict()).isEqualTo(new Ledger.Verdict(7, null));
        verify(ledger, times(1)).verify();
    }

    @Test
    void a_short_walk_is_done_when_the_page_is_shown_and_one_that_fails_is_told_beside_the_last_verdict()
            throws Exception {
        when(ledger.verify())
                .thenReturn(new Ledger.Verdict(7, 8L))
                .thenThrow(new IllegalStateException("no database"))
                .thenReturn(new Ledger.Verdict(9, null));

        checking.begin();
        await().until(() -> new Ledger.Verdict(7, 8L).equals(checking.state().verdict()));
        var before = checking.state();
        assertThat(before.failedAt()).isNull();

        begunUntil(2);
        await().until(() -> checking.state().failedAt() != null);
        assertThat(checking.state().running()).isNull();
        assertThat(checking.state().verdict()).isEqualTo(before.verdict());
        assertThat(checking.state().at()).isEqualTo(before.at());

        begunUntil(3);
        await().until(() -> new Ledger.Verdict(9, null).equals(checking.state().verdict()));
        assertThat(checking.state().failedAt()).isNull();
    }

    /** The turn before may not be over yet. */
    private void begunUntil(int times) {
        await().untilAsserted(() -> {
            if (mockingDetails(ledger).getInvocations().size() < times) checking.begin();
            verify(ledger, times(times)).verify();
        });
    }
}
