package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.PreparedActs;
import org.comity.identity.Officials;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** The step that a row names is the one that our node found to be right. */
class DeskViewTest {

    @Test
    void what_our_node_filled_in_is_the_next_step() {
        var altered = row("altered");
        var whole = row("whole");
        var view = view(Map.of("altered", "not-matched"));

        assertThat(view.next(altered)).isEqualTo("not-matched");
        assertThat(view.next(whole)).isEqualTo("matched");
    }

    @Test
    void an_officer_is_looked_up_once_however_many_rows_are_in_these_hands() {
        var officials = mock(Officials.class);
        when(officials.find("maren"))
                .thenReturn(Optional.of(new Official("maren", "Maren Tolva", "Officer 7", Set.of(Duty.DUTY_OFFICER))));
        var rows = List.of(owned("maren"), owned("maren"), owned("gone"), row("nobody"), owned("maren"));

        assertThat(ReadingDesk.owners(rows, officials)).isEqualTo(Map.of("maren", "Maren Tolva"));
        verify(officials, times(1)).find("maren");
        verify(officials, times(1)).find("gone");
    }

    private static RequestRow owned(String owner) {
        var row = row(owner);
        when(row.owner()).thenReturn(owner);
        return row;
    }

    private static RequestRow row(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.next()).thenReturn("matched");
        return row;
    }

    private static DeskView view(Map<String, String> filledIn) {
        return new DeskView(
                "OURS_TO_ACT",
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                PreparedActs.Waiting.NONE,
                filledIn,
                new DeskView.Disputed(0, List.of(), null),
                0,
                List.of(),
                null,
                false,
                "",
                new DeskView.Filters(
                        null, List.of(), "", "", false, false, "", List.of(), List.of(), List.of(), "DUE", false),
                List.of(),
                "",
                List.of(),
                "");
    }
}
