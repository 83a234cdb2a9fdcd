package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.comity.casework.Confirmations;
import org.comity.casework.JointActsInHand;
import org.comity.casework.NothingClosed;
import org.comity.casework.PaperInHand;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentActs;
import org.comity.identity.Officials;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Language;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in hand, however much it is. */
class ReadingUnsentTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final PaperInHand paper = mock(PaperInHand.class);
    private final InHandRows inHand = mock(InHandRows.class);
    private final Requests requests = mock(Requests.class);
    private final Procedures procedures = mock(Procedures.class, RETURNS_DEEP_STUBS);

    @BeforeEach
    void nothing_on_paper() {
        when(paper.page(any(), any(), any())).thenReturn(new UnsentActs.Page(List.of(), null));
    }

    @Test
    void the_requests_of_all_acts_are_looked_up_at_once() {
        when(inHand.list(any(), any(), any(), anyInt()))
                .thenReturn(IntStream.rangeClosed(1, 3)
                        .mapToObj(n -> new InHandRows.InHand(draft(n), null, null, new PlaceInHand(0, NOON, "d" + n)))
                        .toList());
        var known = List.of(request(1), request(2), request(3));
        when(requests.ofThreads(Set.of("thread-1", "thread-2", "thread-3"))).thenReturn(known);

        var acts = reading().page(Language.ENGLISH, "maren", null).acts();

        assertThat(acts)
                .extracting(UnsentAct::subject)
                .containsExactlyInAnyOrder("subject 1", "subject 2", "subject 3");
        assertThat(acts).extracting(UnsentAct::address).containsExactlyInAnyOrder("XA-1/R-1", "XA-1/R-2", "XA-1/R-3");
        verify(requests).ofThreads(any());
        verify(requests, never()).ofThread(any());
    }

    /** However much there is, one search reads no more of it than it says. */
    @Test
    void a_search_looks_through_no_more_than_it_says() {
        when(inHand.list(any(), any(), any(), anyInt()))
                .thenAnswer(_ -> IntStream.rangeClosed(0, UnsentActs.MOST)
                        .mapToObj(n -> new InHandRows.InHand(draft(n), null, null, new PlaceInHand(0, NOON, "d" + n)))
                        .toList());

        var found = reading().saying(Language.ENGLISH, "maren", _ -> false);

        assertThat(found.acts()).isEmpty();
        assertThat(found.more()).isTrue();
        verify(inHand, times(UnsentActs.LOOKED_THROUGH / UnsentActs.MOST)).list(any(), any(), any(), anyInt());
    }

    /** Else what an officer wrote down of the hundred-and-first letter would be nowhere. */
    @Test
    void paper_beyond_the_first_page_stands_behind_the_drafts_and_is_found() {
        when(inHand.list(any(), any(), any(), anyInt())).thenAnswer(it -> {
            var place = it.<PlaceInHand>getArgument(2);
            return place == null
                    ? List.of(new InHandRows.InHand(draft(1), null, null, new PlaceInHand(0, NOON, "d1")))
                    : List.of();
        });
        when(paper.page(any(), any(), any())).thenAnswer(it -> switch (it.<String>getArgument(2)) {
            case "" -> new UnsentActs.Page(List.of(unrecorded(7)), "d7");
            case "d7" -> new UnsentActs.Page(List.of(unrecorded(8)), null);
            default -> throw new AssertionError();
        });

        var first = reading().page(Language.ENGLISH, "maren", null);
        assertThat(first.acts()).extracting(it -> it.draft().id()).containsExactlyInAnyOrder("d1", "d7");
        var second = reading().page(Language.ENGLISH, "maren", first.next());
        assertThat(second.acts()).extracting(it -> it.draft().id()).containsExactly("d8");
        assertThat(second.next()).isNull();
        assertThat(reading()
                        .saying(Language.ENGLISH, "maren", it -> it.draft().id().equals("d8"))
                        .acts())
                .hasSize(1);
    }

    private static UnsentAct unrecorded(int n) {
        return new UnsentAct(
                draft(n), UnsentAct.Progress.UNRECORDED, "", "", "", NOON, null, List.of(), 0, List.of(), null);
    }

    private ReadingUnsent reading() {
        return new ReadingUnsent(
                mock(DraftRows.class),
                inHand,
                mock(Confirmations.class),
                new NothingClosed(),
                requests,
                mock(Officials.class, CALLS_REAL_METHODS),
                mock(WhoApproves.class),
                Clock.fixed(NOON, ZoneOffset.UTC),
                procedures,
                mock(JointActsInHand.class),
                paper);
    }

    private static RequestRow request(int n) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("thread-" + n);
        when(row.subject("en")).thenReturn("subject " + n);
        when(row.address()).thenReturn("XA-1/R-" + n);
        return row;
    }

    private static Draft draft(int n) {
        return new Draft(
                "d" + n,
                "preservation/1",
                "withdraw",
                Role.REQUESTING,
                "XB-1",
                "thread-" + n,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                Draft.Status.WRITING,
                1,
                "maren",
                NOON,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
