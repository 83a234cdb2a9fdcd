package org.comity.conference;

import org.comity.directory.Directory;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;

/** Finds the host of the Conference among the participants of the network. */
@Component
class HostOfDirectory implements ConferenceHost {

    private final Directory directory;

    HostOfDirectory(Directory directory) {
        this.directory = directory;
    }

    @Override
    public boolean here() {
        return directory.self().kind() == ParticipantKind.SECRETARIAT
                || directory.all().stream().noneMatch(it -> it.kind() == ParticipantKind.SECRETARIAT);
    }
}
