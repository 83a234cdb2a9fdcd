package org.comity.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Page;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** What is read of a procedure's threads has no silent end: it goes on page after page, and says so. */
class ThreadsOfLawTest {

    private final Requests requests = mock(Requests.class);

    @Test
    void every_thread_is_read_page_after_page_until_there_is_no_next_one() {
        when(requests.list(any(), any(), isNull(), anyInt())).thenReturn(new Page(List.of(), "a"));
        when(requests.list(any(), any(), eq("a"), anyInt())).thenReturn(new Page(List.of(), "b"));
        when(requests.list(any(), any(), eq("b"), anyInt())).thenReturn(new Page(List.of(), null));

        assertThat(new ThreadsOfLaw(requests, mock(Threads.class), "capacity-contribution").every(Role.REQUESTED, "*"))
                .isEmpty();

        verify(requests, times(3)).list(any(), any(), any(), eq(ThreadsOfLaw.A_PAGE));
    }

    @Test
    void a_page_says_where_one_side_and_the_rest_of_it_are() {
        var pages = new SidePages("/contributions", Role.REQUESTED, false, "x.1");

        assertThat(pages.more()).isEqualTo("/contributions?role=requested&after=x.1");
        assertThat(pages.of(Role.REQUESTING)).isEqualTo("/contributions?role=requesting");
        assertThat(new SidePages("/equipment", null, true, "x.1").more()).isEqualTo("/equipment?after=x.1");
    }
}
