package org.comity.commons.kept;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.vocabulary.ParticipantKind;

/** Plays a directory in which everybody is a central authority, but for some companies. */
final class PlayedSenders {

    private PlayedSenders() {}

    static SenderOfRecord but(String... companies) {
        var directory = mock(Directory.class);
        when(directory.find(anyString())).thenAnswer(asked -> {
            String id = asked.getArgument(0);
            var participant = mock(Participant.class);
            boolean company = List.of(companies).contains(id);
            when(participant.kind()).thenReturn(company ? ParticipantKind.PROVIDER : ParticipantKind.CENTRAL_AUTHORITY);
            when(participant.name(anyString())).thenReturn("Company " + id);
            return Optional.of(participant);
        });
        return new SenderOfRecord(directory);
    }
}
