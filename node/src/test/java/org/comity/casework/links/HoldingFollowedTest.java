package org.comity.casework.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.comity.casework.Drafts;
import org.comity.casework.UnsentDrafts;
import org.comity.convention.Convention;
import org.comity.procedure.Draft;
import org.comity.procedure.Following;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.junit.jupiter.api.Test;

/** A hold that waits already is found in its own thread, whatever else waits in the node. */
class HoldingFollowedTest {

    @Test
    void one_that_waits_is_found_though_it_is_none_of_the_first_of_the_node() {
        var hold = mock(Draft.class);
        when(hold.type()).thenReturn("hold");
        var drafts = mock(Drafts.class);
        when(drafts.waiting()).thenReturn(List.of());
        var unsent = mock(UnsentDrafts.class);
        when(unsent.of("preserved")).thenReturn(List.of(hold));
        var following = mock(Following.class);
        when(following.holds()).thenReturn("hold");
        var procedure = mock(KnownProcedure.class);
        when(procedure.following()).thenReturn(Optional.of(following));
        var procedures = mock(Procedures.class);
        when(procedures.of(any())).thenReturn(procedure);
        var preservation = mock(RequestRow.class);
        when(preservation.thread()).thenReturn("preserved");
        var holding = new HoldingFollowed(
                mock(FollowsRows.class),
                mock(Requests.class),
                drafts,
                unsent,
                mock(Threads.class),
                mock(Convention.class),
                procedures);

        assertThat(holding.begun(mock(RequestRow.class), preservation)).contains(hold);
    }
}
