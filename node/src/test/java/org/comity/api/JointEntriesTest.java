package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import org.comity.casework.JointCases;
import org.comity.thread.JointThreads;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** A page of a joint thread's entries reads that page, however long the thread is. */
class JointEntriesTest {

    @Test
    void a_page_of_entries_does_not_read_the_whole_thread() {
        var maren = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
        var cases = mock(JointCases.class);
        var threads = mock(JointThreads.class);
        when(threads.entries("t", 200)).thenReturn(List.of());

        assertThat(new JointApi(cases, threads).entries("t", 200, maren).entries())
                .isEmpty();

        verify(cases).readsPart("t", maren);
        verify(cases, never()).read(any(), any(), any());
        verify(threads, never()).acts(any());
    }
}
