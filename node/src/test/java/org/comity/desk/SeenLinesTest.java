package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comity.casework.Compartments;
import org.comity.casework.Drafts;
import org.comity.casework.SeenCalls;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** A request may be closed after a note that names it was written: whoever may not know of it reads the note without it. */
class SeenLinesTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Official TOLVA = new Official("tolva", "E. Tolva", "XA-1/o-2", Set.of(Duty.LAWYER));
    private static final Official MAREN = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final Compartments compartments = mock();
    private final Requests requests = mock();
    private final Drafts drafts = mock();
    private final SeenCalls calls = mock();
    private final SeenLines seen = new SeenLines(compartments, requests, drafts, calls);

    private final Handover note = new Handover(
            1,
            "maren",
            NOON,
            "words",
            3,
            List.of(
                    line("XB-2027-000007", "/requests/XB-2027-000007"),
                    line("XB-1/XB-2027-000007", "/requests/XB-1/XB-2027-000007"),
                    line("XB-2027-000008", "/requests/XB-2027-000008"),
                    line("", "/calls/7"),
                    line("", "/calls/8"),
                    line("", "/drafts/closed/state"),
                    line("", "/drafts/open/state")),
            false,
            false,
            null,
            null,
            null,
            null);

    @Test
    void what_was_closed_to_its_reader_since_is_not_in_a_note() {
        var closed = mock(RequestRow.class);
        when(closed.reference()).thenReturn("XB-2027-000007");
        when(closed.address()).thenReturn("XB-2027-000007");
        when(closed.author()).thenReturn("XB-1");
        when(compartments.hiddenFrom("tolva")).thenReturn(Set.of("t-7"));
        when(requests.ofThreads(Set.of("t-7"))).thenReturn(List.of(closed));
        when(calls.hides(7, TOLVA)).thenReturn(true);
        var draft = mock(Draft.class);
        when(drafts.get("closed")).thenReturn(draft);
        when(drafts.get("open")).thenReturn(mock(Draft.class));
        when(compartments.hides(draft, TOLVA)).thenReturn(true);

        assertThat(seen.of(List.of(note), TOLVA).getFirst().lines())
                .extracting(Handover.Line::path)
                .containsExactly("/requests/XB-2027-000008", "/calls/8", "/drafts/open/state");
        assertThat(seen.of(List.of(note), TOLVA).getFirst().words()).isEqualTo("words");
    }

    @Test
    void whoever_sees_everything_reads_it_whole_and_nothing_is_looked_up() {
        when(compartments.hiddenFrom("maren")).thenReturn(Set.of());

        assertThat(seen.of(List.of(note), MAREN)).containsExactly(note);
        verifyNoInteractions(requests, drafts, calls);
    }

    private static Handover.Line line(String reference, String path) {
        return new Handover.Line("", reference, "XB-1", NOON, false, "", false, "", null, path);
    }
}
