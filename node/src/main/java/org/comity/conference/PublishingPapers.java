package org.comity.conference;

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

    private static final String BOARD = "conference";

    private final Boards boards;

    PublishingPapers(Boards boards) {
        this.boards = boards;
    }

    @Override
    public void publish(String subject, boolean everybody, Map<String, ?> json) {
        // What is too long for a board is told by its title, and read where it is kept.
        var body = Publication.fits(json)
                ? json
                : Map.of("kind", String.valueOf(json.get("kind")), "title", String.valueOf(json.get("title")));
        var label = everybody ? TrafficLight.CLEAR : TrafficLight.GREEN;
        boards.publish(
                BOARD,
                subject,
                label.allows(SharingRole.PUBLIC, SharingChannel.FEED) ? Audience.PUBLIC : Audience.PARTICIPANTS,
                body);
    }
}
