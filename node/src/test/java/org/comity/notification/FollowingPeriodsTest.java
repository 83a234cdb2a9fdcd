package org.comity.notification;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import org.comity.procedure.Procedures;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Periods from before are followed all or not at all, so that a start that is cut off is made good by the next. */
class FollowingPeriodsTest {

    @Test
    void a_catching_up_that_breaks_off_leaves_nothing_that_hides_the_rest() {
        var periods = mock(PeriodRows.class);
        var requests = mock(Requests.class);
        var manager = mock(PlatformTransactionManager.class);
        when(periods.none()).thenReturn(true);
        doThrow(new IllegalStateException("after the first")).when(requests).keptOpen(any());

        new FollowingPeriods(
                        periods,
                        requests,
                        mock(Threads.class),
                        mock(Procedures.class),
                        new TransactionTemplate(manager),
                        Clock.systemUTC())
                .catchUp();

        verify(manager).rollback(any());
        verify(manager, never()).commit(any());
    }
}
