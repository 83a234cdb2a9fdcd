package org.comity.cooperation.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.comity.cooperation.RequestRow;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.thread.Threads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page says when the program itself fails: neither that the record holds, nor that it does not. */
class CheckingRecordTest {

    private final Threads threads = mock(Threads.class);
    private final Directory directory = mock(Directory.class);
    private final RequestRow row = mock(RequestRow.class);

    @BeforeEach
    void aRequest() {
        var thread = mock(Threads.Thread.class);
        var other = mock(Participant.class);
        when(row.thread()).thenReturn("thread");
        when(row.counterpart()).thenReturn("XB-1");
        when(directory.get("XB-1")).thenReturn(other);
        when(threads.find("thread")).thenReturn(Optional.of(thread));
    }

    @Test
    void a_fault_of_the_fold_is_said_and_is_no_error_page() {
        when(threads.keepers("thread")).thenThrow(new IllegalStateException("assistance/1: no case [true]"));

        var view = new CheckingRecord(threads, directory, mock(Ledger.class)).check(row, 0, null);

        assertThat(view.checked()).isFalse();
        assertThat(view.holds()).isFalse();
        assertThat(view.failed()).isEqualTo(List.of());
    }
}
