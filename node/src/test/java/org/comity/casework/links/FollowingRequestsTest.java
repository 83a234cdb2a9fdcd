package org.comity.casework.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Collection;
import java.util.List;
import org.comity.casework.Compartments;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.Following;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is held for other requests is held until each of them is decided. */
class FollowingRequestsTest {

    private static final int MANY = 2 * Threads.MOST + 1;

    /** Else nobody would hear of the oldest, and what is kept for it would be let go. */
    @Test
    void none_that_waits_is_left_out_however_many_follow() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 9));
        db.sql(
                        "insert into cooperation.follows (thread, followed) select 't' || i, 'held' from generate_series(1, :n) i")
                .param("n", MANY)
                .update();
        var requests = mock(Requests.class);
        when(requests.ofThreads(anyCollection()))
                .thenAnswer(it -> it.<Collection<String>>getArgument(0).stream()
                        .map(FollowingRequestsTest::row)
                        .toList());
        var threads = mock(Threads.class);
        when(threads.find(anyCollection())).thenAnswer(it -> {
            assertThat(it.<Collection<String>>getArgument(0)).hasSizeLessThanOrEqualTo(Threads.MOST);
            return List.of();
        });
        var holds = mock(Following.class);
        when(holds.holds()).thenReturn("hold");
        when(holds.procedure()).thenReturn("assistance/1");
        @SuppressWarnings("unchecked")
        ObjectProvider<Compartments> compartments = mock(ObjectProvider.class);
        var decisions = new FollowingRequests(new FollowsRows(db), requests, threads, compartments, List.of(holds));

        assertThat(decisions.following("held")).hasSize(MANY);
        assertThat(decisions.undecided("held")).hasSize(MANY);
        assertThat(decisions.undecided("another")).isEmpty();
    }

    private static RequestRow row(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.procedure()).thenReturn("assistance/1");
        when(row.turn()).thenReturn(RequestRow.Turn.OURS);
        return row;
    }
}
