package org.comity.commons.kept;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.comity.board.Publication;
import org.comity.proof.feed.Audience;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets a board of the host show what stands in the collections, so that every participant reads it on its own node. */
@Component
class PublishingCollections {

    static final String BOARD = "collections";

    private final KeptRows rows;
    private final Boards boards;
    private final Clock clock;

    PublishingCollections(KeptRows rows, Boards boards, Clock clock) {
        this.rows = rows;
        this.boards = boards;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void show() {
        boards.show(BOARD, this::subjects);
    }

    /** By subject; a collection that shows no fields (figures, which are only added up) stands on no board. */
    BoardSubjects subjects() {
        var subjects = new BoardSubjects();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var collection : Collection.ALL) {
            if (collection.parts().isEmpty()) continue;
            for (var it : rows.everyStanding(collection.law())) {
                var audience = audience(it);
                if (audience != null && !collection.over(it, today))
                    subjects.put(audience, subject(it), body(it, collection));
            }
        }
        return subjects;
    }

    private static String subject(KeptRecord it) {
        return beginning(it.law()) + BoardSubjects.of(it.participant(), it.reference());
    }

    /** With which the subjects of one collection begin. */
    static String beginning(String law) {
        return law + ":";
    }

    private static @org.jspecify.annotations.Nullable Audience audience(KeptRecord it) {
        if (it.label().allows(SharingRole.PUBLIC, SharingChannel.FEED)) return Audience.PUBLIC;
        return it.label().allows(SharingRole.PARTICIPANT, SharingChannel.FEED) ? Audience.PARTICIPANTS : null;
    }

    /** What is too long for a board is told by its title, and read where it is kept. */
    private static Map<String, Object> body(KeptRecord it, Collection collection) {
        var body = new HashMap<String, Object>();
        body.put("kind", it.law());
        body.put("title", it.text("title"));
        body.put("reference", it.reference());
        body.put("said-by", it.participant());
        body.put("label", it.label().mark());
        body.put("checked-on", it.checkedOn().toString());
        if (it.admittedOn() != null) body.put("admitted-on", it.admittedOn().toString());
        var whole = new HashMap<>(body);
        whole.put("said", collection.told(it));
        return Publication.fits(whole) ? whole : body;
    }
}
