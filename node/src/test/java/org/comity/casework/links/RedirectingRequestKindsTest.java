package org.comity.casework.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.comity.directory.Participant;
import org.comity.procedure.KnownProcedure;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** A request is sent on to whoever its procedure knows in the role of the one that is asked. */
class RedirectingRequestKindsTest {

    @Test
    void a_kind_that_the_procedure_does_not_know_there_is_not_offered() {
        var table = mock(org.comity.thread.Procedure.class);
        when(table.admits(Role.REQUESTED, ParticipantKind.CONTACT_POINT)).thenReturn(true);
        var procedure = mock(KnownProcedure.class, RETURNS_DEEP_STUBS);
        when(procedure.opener()).thenReturn(Role.REQUESTING);
        when(procedure.table()).thenReturn(table);

        assertThat(RedirectingRequest.takes(participant(ParticipantKind.CONTACT_POINT), procedure))
                .isTrue();
        assertThat(RedirectingRequest.takes(participant(ParticipantKind.SECRETARIAT), procedure))
                .isFalse();
    }

    private static Participant participant(ParticipantKind kind) {
        var participant = mock(Participant.class);
        when(participant.kind()).thenReturn(kind);
        return participant;
    }
}
