package org.comity.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import java.util.Map;
import org.comity.casework.DraftsFromSeats;
import org.comity.casework.PersonInSeat;
import org.comity.convention.Convention;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** A host that offers no needs to seats shows the gaps, and no button that would fail. */
class SeatGapsNotOfferedTest {

    private static final PersonInSeat PERSON = new PersonInSeat("seat", "XD-1", "Ana Lorn");

    private final DraftsFromSeats drafts = mock(DraftsFromSeats.class);
    private final SeatGapsController pages = new SeatGapsController(
            Questionnaire.ofTheProgram(), mock(MakingNeed.class), drafts, mock(Convention.class));

    @Test
    void a_gap_begins_a_draft_only_where_the_host_offers_needs_and_there_is_room() {
        assertThat(found().begins()).isFalse();
        assertThat(found().gaps()).hasSize(1);
        when(drafts.offers(any(), any())).thenReturn(true);
        assertThat(found().begins()).isTrue();
        when(drafts.full(PERSON)).thenReturn(true);
        assertThat(found().begins()).isFalse();
    }

    private SeatGapsView.Found found() {
        var model = new ExtendedModelMap();
        var typed = Map.of("Q28.4.choice", "0");
        pages.typed(PERSON, "28", typed, "", Locale.ENGLISH, new MockHttpServletResponse(), model);
        return (SeatGapsView.Found) model.get("view");
    }
}
