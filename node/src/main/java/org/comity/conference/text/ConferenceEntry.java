package org.comity.conference.text;

import java.util.Map;
import org.comity.board.HeldBoards;
import org.comity.conference.PaperBoard;
import org.comity.directory.Directory;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;

/**
 * Shows the Conference beside every page of the Secretariat's node, of a node on which one of its papers stands, and of a node
 * that holds its board from elsewhere.
 */
@Component
class ConferenceEntry implements NavCounts {

    private final Directory directory;
    private final TextRows texts;
    private final HeldBoards boards;

    ConferenceEntry(Directory directory, TextRows texts, HeldBoards boards) {
        this.directory = directory;
        this.texts = texts;
        this.boards = boards;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        return shown() ? Map.of("conference", 0) : Map.of();
    }

    private boolean shown() {
        return directory.self().kind() == ParticipantKind.SECRETARIAT
                || texts.any()
                || !boards.elsewhere(PaperBoard.NAME).isEmpty();
    }
}
