package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.directory.Participant;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.StateParty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row of an authority that speaks for itself is named in the preview, and holds up none of the rows after it. */
class AdoptedRowsTest {

    private static final List<List<String>> ROWS = List.of(
            List.of("state", "direction", "channel", "day", "number", "summary"),
            List.of("XD-1", "asked-by-them", "bag", "2026-01-10", "1", "a"),
            List.of("XD-1", "asked-by-us", "bag", "2026-01-10", "2", "b"),
            List.of("XE-1", "asked-by-them", "bag", "2026-01-10", "3", "c"));

    private final ReadingSpreadsheet sheets = mock();
    private final SheetRows rows = mock();
    private final RecordingRequest requests = mock();
    private final RecordingActs recording = mock();
    private final Procedures procedures = mock();
    private final PastBodies bodies = mock(PastBodies.class, RETURNS_DEEP_STUBS);
    private final ImportingPast importing = new ImportingPast(
            sheets,
            rows,
            requests,
            recording,
            new PaperLimits(null, 1000, null, null, 200),
            mock(),
            Clock.systemUTC(),
            mock(),
            procedures,
            bodies,
            mock());

    @BeforeEach
    void two_states_without_a_node() {
        when(rows.content("s1")).thenReturn(Optional.of(new byte[0]));
        when(sheets.read(any())).thenReturn(ROWS);
        var them = List.of(state("XD-1"), state("XE-1"));
        when(requests.withoutNode()).thenReturn(them);
        var procedure = mock(KnownProcedure.class, RETURNS_DEEP_STUBS);
        when(procedure.opener()).thenReturn(Role.REQUESTING);
        when(procedure.forms().past()).thenReturn(Map.of("closed", List.of()));
        when(procedures.betweenStates()).thenReturn(List.of("preservation"));
        when(procedures.first()).thenReturn("preservation");
        when(procedures.ofLaw("preservation")).thenReturn(Optional.of(procedure));
        when(bodies.instrument(any(), any()).wrong()).thenReturn(List.of());
    }

    @Test
    void what_it_would_have_said_is_wrong_and_what_we_asked_it_is_not() {
        when(recording.adopted("XD-1")).thenReturn(true);

        var lines = importing.preview("s1", false).lines();

        assertThat(lines).extracting(ImportView.Line::row).containsExactly(2, 3, 4);
        assertThat(lines.getFirst().wrong()).containsExactly(new ImportView.Wrong("adopted", "XD-1"));
        assertThat(lines.get(1).wrong()).isEmpty();
        assertThat(lines.getLast().wrong()).isEmpty();
        verify(recording).adopted("XE-1");
    }

    private static Participant state(String id) {
        var state = mock(Participant.class);
        when(state.id()).thenReturn(id);
        when(state.state()).thenReturn(new StateParty(id.substring(0, 2)));
        return state;
    }
}
