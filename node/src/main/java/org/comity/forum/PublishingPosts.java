package org.comity.forum;

import java.time.Duration;
import java.util.Map;
import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.comity.proof.feed.Audience;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the boards of a host show what was said in rooms, so that it is read and answered on every participant's own node. */
@Component
class PublishingPosts {

    private static final String BOARD = "rooms";
    private static final Duration BACK = Duration.ofDays(365);
    private static final int MOST = 2_000;

    private final ReadingRooms reading;
    private final Boards boards;

    PublishingPosts(ReadingRooms reading, Boards boards) {
        this.reading = reading;
        this.boards = boards;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void show() {
        boards.show(BOARD, this::subjects);
    }

    /** By subject: a post stands before the public if its label lets everybody read it in a feed, else before participants. */
    BoardSubjects subjects() {
        var subjects = new BoardSubjects();
        // Read as whom it is for, so that nothing comes along that only participants may read.
        put(subjects, Audience.PUBLIC, RoomReader.NOBODY);
        put(subjects, Audience.PARTICIPANTS, PlacingActs.node("ZZ-0"));
        return subjects;
    }

    private void put(BoardSubjects subjects, Audience audience, RoomReader reader) {
        for (var post : reading.newest(null, SharingChannel.FEED, BACK, MOST, reader)) {
            boolean everybody = post.light().allows(SharingRole.PUBLIC, SharingChannel.FEED);
            if (everybody == (audience == Audience.PUBLIC)) {
                subjects.put(audience, Speaking.subject(post.id()), body(post));
            }
        }
    }

    private static Map<String, Object> body(KeptPost post) {
        return Map.of(
                "kind", "post",
                "title", post.title().isEmpty() ? Speaking.subject(post.id()) : post.title(),
                "room", post.room(),
                "topic", post.topic(),
                "post", post.id(),
                "label", post.light().mark(),
                "said-by", post.shownAs(),
                "at", post.at().toString(),
                "language", post.language(),
                "text", post.text());
    }
}
