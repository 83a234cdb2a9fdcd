package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.comity.capacity.KeptList;
import org.comity.capacity.WaitingNeeds;
import org.comity.procedure.RequestRow;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** Citations of before name a need by its reference alone. */
class NeedsShelfTest {

    @Test
    void an_address_of_before_leads_to_the_need_that_alone_ever_had_it() {
        var listed = mock(ListedHelp.class);
        var need = mock(RequestRow.class);
        when(need.counterpart()).thenReturn("XB_S-1");
        when(need.reference()).thenReturn("XB-2026-000001");
        when(listed.alone("XB-2026-000001")).thenReturn(Optional.of(need));
        var shelf = new NeedsShelf(listed, mock(WaitingNeeds.class), mock(KeptList.class), WordsForTests.load());

        assertThat(shelf.moved("XB-2026-000001")).contains("XB.S-1-XB-2026-000001");
        assertThat(shelf.moved("XB-2026-000002")).isEmpty();
    }
}
