package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.WorkingMessages;
import org.comity.casework.WorkingMessages.Message;
import org.comity.casework.requests.ThreadView.ActLine;
import org.comity.directory.Participant;
import org.comity.exchange.Exchange;
import org.comity.exchange.Exchange.Sending;
import org.comity.exchange.Exchange.Status;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What waits in the outbox is not with the other State, though our register holds it. */
class ReadingTheirSideTest {

    private static final Official MAREN = new Official("maren", "Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final ReadingThread reading = mock(ReadingThread.class);
    private final Threads threads = mock(Threads.class);
    private final Exchange exchange = mock(Exchange.class);
    private final WorkingMessages working = mock(WorkingMessages.class);
    private final ThreadView whole = mock(ThreadView.class);
    private final RequestRow row = mock(RequestRow.class);

    @Test
    @SuppressWarnings("unchecked")
    void an_act_and_a_message_that_wait_to_leave_are_not_among_it() {
        var other = mock(Participant.class);
        when(other.hasNode()).thenReturn(true);
        when(other.id()).thenReturn("XB-1");
        when(row.thread()).thenReturn("t");
        when(whole.row()).thenReturn(row);
        when(whole.other()).thenReturn(other);
        var acts = List.of(
                act("waits", 3L, true),
                act("there", 2L, true),
                act("theirs", 1L, false),
                act("unregistered", null, true));
        when(whole.acts()).thenReturn(acts);
        sending("waits", Status.QUEUED);
        sending("there", Status.DELIVERED);
        sending("unregistered", Status.DELIVERED);
        var messages = List.of(
                message("one", "2027-03-01T10:00:00Z", true),
                message("theirs", "2027-03-01T10:30:00Z", false),
                message("two", "2027-03-01T11:00:00Z", true),
                message("three", "2027-03-01T12:00:00Z", true));
        when(working.before("t", WorkingMessages.NEWEST)).thenReturn(new WorkingMessages.Stretch(messages, 0, false));
        when(exchange.unsentMessages("XB-1", "t")).thenReturn(List.of(Instant.parse("2027-03-01T11:00:00.003Z")));
        when(threads.opening("t")).thenReturn(Optional.empty());
        when(reading.read(any(), anyInt(), any(), any())).thenReturn(whole);
        when(whole.shared(any(), any(), anyBoolean())).thenReturn(whole);

        var shared = new ReadingTheirSide(reading, threads, working, exchange).read(row, 10, MAREN, Locale.ENGLISH);

        ArgumentCaptor<List<ActLine>> kept = ArgumentCaptor.captor();
        ArgumentCaptor<RequestRow> neutral = ArgumentCaptor.captor();
        verify(whole).shared(neutral.capture(), kept.capture(), anyBoolean());
        assertThat(kept.getValue()).extracting(ActLine::id).containsExactly("there", "theirs");
        assertThat(shared.messages().messages()).extracting(Message::text).containsExactly("one", "theirs", "three");
        assertThat(neutral.getValue().owner()).isNull();
        assertThat(neutral.getValue().ours()).isFalse();
        assertThat(shared.missing()).isEqualTo(2);
        assertThat(shared.unsent()).isEqualTo(1);
    }

    private void sending(String act, Status status) {
        when(exchange.sending(act)).thenReturn(new Sending(status, 0, null, null, null, false));
    }

    private static Message message(String text, String time, boolean ours) {
        return new Message("t", ours ? "XA-1" : "XB-1", text, Instant.parse(time), ours);
    }

    private static ActLine act(String id, @Nullable Long n, boolean ours) {
        var act = mock(ActLine.class);
        when(act.id()).thenReturn(id);
        when(act.n()).thenReturn(n);
        when(act.ours()).thenReturn(ours);
        return act;
    }
}
