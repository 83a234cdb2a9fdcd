package org.comity.implementation.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Page;
import org.comity.proof.act.Envelope;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.junit.jupiter.api.Test;

/** What a State chose to show of its review does not leave the board because many others were asked after it. */
class ReadingReviewsTest {

    @Test
    void parts_are_read_to_the_last_page() {
        Requests requests = mock();
        Threads threads = mock();
        RequestRow row = mock();
        when(row.thread()).thenReturn("t-1");
        when(requests.list(any(), any(), isNull(), anyInt())).thenReturn(new Page(List.of(), "on"));
        when(requests.list(any(), any(), eq("on"), anyInt())).thenReturn(new Page(List.of(row), null));
        Envelope envelope = mock();
        when(envelope.type()).thenReturn("invite");
        when(envelope.role()).thenReturn("requesting");
        KeptAct act = mock();
        when(act.id()).thenReturn("a");
        when(act.thread()).thenReturn("t-1");
        when(act.envelope()).thenReturn(envelope);
        when(act.said()).thenReturn(Map.of("round", "2027-1"));
        when(act.at()).thenReturn(Instant.EPOCH);
        when(threads.effective(any())).thenReturn(List.of(act));

        assertThat(new ReadingReviews(requests, threads, new ReviewSwitch(true)).all("*"))
                .extracting(ReviewedState::round)
                .containsExactly("2027-1");
    }
}
