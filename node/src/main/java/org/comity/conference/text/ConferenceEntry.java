package org.comity.conference.text;

import java.util.Map;
import org.comity.directory.Directory;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;

/** Shows the Conference beside every page of the Secretariat's node, and of a node on which one of its papers stands. */
@Component
class ConferenceEntry implements NavCounts {

    private final Directory directory;
    private final TextRows texts;

    ConferenceEntry(Directory directory, TextRows texts) {
        this.directory = directory;
        this.texts = texts;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        return directory.self().kind() == ParticipantKind.SECRETARIAT || texts.any()
                ? Map.of("conference", 0)
                : Map.of();
    }
}
