package org.comity.conference.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.comity.casework.CaseAccess;
import org.comity.conference.Voices;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Page;
import org.comity.thread.Threads;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** What a State submitted for others than the Conference is not in its pack, and what was taken back is not either. */
class ReadingSubmissionPackTest {

    private final Requests requests = mock(Requests.class);
    private final Threads threads = mock(Threads.class);
    private final Voices voices = mock(Voices.class);
    private final ReadingSubmissionPack reading =
            new ReadingSubmissionPack(requests, threads, mock(CaseAccess.class), voices, Clock.systemUTC());
    private final Official by = new Official("maren", "Maren", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER));

    @Test
    void only_what_is_for_the_conference_or_everybody_and_stands_belongs_to_the_pack() {
        assertThat(ReadingSubmissionPack.belongs("Received", Map.of("readers", "conference")))
                .isTrue();
        assertThat(ReadingSubmissionPack.belongs("Closed", Map.of("readers", "everybody")))
                .isTrue();
        assertThat(ReadingSubmissionPack.belongs("Received", Map.of("readers", "reviewers")))
                .isFalse();
        assertThat(ReadingSubmissionPack.belongs("Withdrawn", Map.of("readers", "conference")))
                .isFalse();
        assertThat(ReadingSubmissionPack.belongs("Received", Map.of())).isFalse();
    }

    @Test
    void a_page_of_the_pack_is_bounded_whatever_was_submitted() {
        submitted(450);

        var first = reading.pack(0, "en", by);
        assertThat(first.lines())
                .hasSize(100)
                .allSatisfy(it -> assertThat(it.summary()).hasSize(400).endsWith("…"));
        assertThat(first.next()).isEqualTo(100);
        assertThat(first.newest()).isNull();
        var last = reading.pack(400, "en", by);
        assertThat(last.lines()).hasSize(50);
        assertThat(last.next()).isNull();
        assertThat(reading.pack(-1, "en", by).lines()).hasSize(100);
        assertThat(reading.pack(9_999, "en", by).lines()).isEmpty();
        verify(threads, times(4 * 3)).openings(any());
    }

    @Test
    void no_more_than_the_newest_are_read_for_a_page_and_it_says_so() {
        submitted(ReadingSubmissionPack.MOST + 200);

        var last = reading.pack(ReadingSubmissionPack.MOST - 1, "en", by);

        assertThat(last.lines()).hasSize(1);
        assertThat(last.next()).isNull();
        assertThat(last.newest()).isEqualTo(ReadingSubmissionPack.MOST);
        verify(requests, never()).list(any(), any(), any(), anyInt());
    }

    private void submitted(int many) {
        var rows = IntStream.range(0, many)
                .mapToObj(ReadingSubmissionPackTest::row)
                .toList();
        when(requests.list(any(), any(), isNull(), anyInt())).thenReturn(new Page(rows, null));
        when(requests.ofLaw(any(), any(), any(String.class), anyInt()))
                .thenAnswer(
                        it -> rows.stream().limit(it.<Integer>getArgument(3)).toList());
        when(threads.openings(any())).thenAnswer(it -> {
            Collection<String> asked = it.getArgument(0);
            assertThat(asked).hasSizeLessThanOrEqualTo(Threads.MOST);
            return asked.stream().map(ReadingSubmissionPackTest::opening).toList();
        });
        when(voices.of(any(), any())).thenReturn(Optional.of(new Voices.Voice("XB", "Belvar", true)));
        when(voices.order()).thenReturn(Comparator.naturalOrder());
    }

    private static RequestRow row(int n) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("t" + n);
        when(row.counterpart()).thenReturn("XB-1");
        when(row.state()).thenReturn("Received");
        when(row.named()).thenReturn("XB-" + n);
        when(row.address()).thenReturn("XB-" + n);
        return row;
    }

    private static Threads.KeptAct opening(String thread) {
        var act = mock(Threads.KeptAct.class);
        when(act.thread()).thenReturn(thread);
        when(act.body()).thenReturn(Map.of("readers", "conference", "summary", "x".repeat(900)));
        return act;
    }
}
