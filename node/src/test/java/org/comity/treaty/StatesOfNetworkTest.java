package org.comity.treaty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;
import org.junit.jupiter.api.Test;

class StatesOfNetworkTest {

    @Test
    void who_is_no_authority_of_a_state_is_in_no_list_of_states() {
        var authority = participant("XB", ParticipantKind.CENTRAL_AUTHORITY);
        var secretariat = participant("XS", ParticipantKind.SECRETARIAT);

        assertThat(ReadingTreaty.states(List.of(secretariat, authority))).containsOnlyKeys("XB");
    }

    private static Participant participant(String state, ParticipantKind kind) {
        var participant = mock(Participant.class);
        when(participant.kind()).thenReturn(kind);
        when(participant.state()).thenReturn(new StateParty(state));
        return participant;
    }
}
