package org.comity.conference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.board.Boards;
import org.comity.board.Publication;
import org.comity.proof.feed.Audience;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Publishes papers on the board named {@code conference}: what is CLEAR for the public, what is GREEN for participants. */
@Component
class PublishingPapers implements PaperBoard {

    static final String BOARD = NAME;

    private final Boards boards;

    PublishingPapers(Boards boards) {
        this.boards = boards;
    }

    @Override
    public void publish(String subject, boolean everybody, Map<String, ?> json) {
        var body = Publication.fits(json) ? json : brief(json);
        var label = everybody ? TrafficLight.CLEAR : TrafficLight.GREEN;
        boards.publish(
                BOARD,
                subject,
                label.allows(SharingRole.PUBLIC, SharingChannel.FEED) ? Audience.PUBLIC : Audience.PARTICIPANTS,
                body);
    }

    /** What is too long for a board is told by its title, found by its articles, and read where it is kept. */
    private static Map<String, Object> brief(Map<String, ?> json) {
        var brief = new HashMap<String, Object>();
        for (var key : List.of("kind", "title", "articles", "changes")) {
            if (json.get(key) != null) brief.put(key, json.get(key));
        }
        return brief;
    }
}
