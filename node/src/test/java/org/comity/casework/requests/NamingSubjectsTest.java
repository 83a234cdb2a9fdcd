package org.comity.casework.requests;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.SearchIndex;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A request that cannot be named keeps none of the others from their names. */
class NamingSubjectsTest {

    @Test
    void one_that_fails_stops_none_of_the_others() {
        var rows = mock(SubjectRows.class);
        var threads = mock(Threads.class);
        var first = row("a");
        var second = row("b");
        when(rows.unnamed("")).thenReturn(List.of(first, second));
        when(rows.unnamed("b")).thenReturn(List.of());
        when(threads.opening("a")).thenThrow(new IllegalStateException("cannot be read"));
        when(threads.opening("b")).thenReturn(Optional.empty());

        new NamingSubjects(
                        rows,
                        mock(RequestRows.class),
                        mock(SearchIndex.class),
                        threads,
                        mock(RequestSubjects.class),
                        transaction())
                .nameAll();

        verify(rows).name("b", Map.of());
        verify(rows, never()).name(eq("a"), any());
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(mock(PlatformTransactionManager.class));
    }

    private static RequestRow row(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        return row;
    }
}
