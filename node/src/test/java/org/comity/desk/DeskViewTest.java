package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import org.comity.casework.PreparedActs.Prepared;
import org.comity.procedure.RequestRow;
import org.junit.jupiter.api.Test;

/** The step that a row names is the one that our node found to be right. */
class DeskViewTest {

    @Test
    void what_our_node_filled_in_is_the_next_step() {
        var altered = row("altered");
        var whole = row("whole");
        var found = new Prepared(
                "altered",
                "XA-2026-000008",
                "ab",
                "assistance",
                "not-matched",
                Instant.parse("2026-03-01T12:00:00Z"),
                null);
        var view = view(List.of(found));

        assertThat(view.next(altered)).isEqualTo("not-matched");
        assertThat(view.next(whole)).isEqualTo("matched");
    }

    private static RequestRow row(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.next()).thenReturn("matched");
        return row;
    }

    private static DeskView view(List<Prepared> prepared) {
        return new DeskView(
                "OURS_TO_ACT",
                0,
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                prepared,
                List.of(),
                0,
                List.of(),
                null,
                false,
                "",
                new DeskView.Filters(null, List.of(), "", false, null, List.of(), "DUE"),
                List.of(),
                "",
                null);
    }
}
