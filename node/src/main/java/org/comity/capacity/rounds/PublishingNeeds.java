package org.comity.capacity.rounds;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.comity.board.Boards;
import org.comity.proof.feed.Audience;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the boards of a host show the needs on the list, as far as each State chose. */
@Component
class PublishingNeeds {

    private static final String BOARD = "needs";

    private final ListedHelp listed;
    private final Boards boards;

    PublishingNeeds(ListedHelp listed, Boards boards) {
        this.listed = listed;
        this.boards = boards;
    }

    /** Public first: what a State narrowed must leave the wider board before it stands on the other. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void show() {
        if (!boards.hosts()) return;
        var all = new EnumMap<Audience, Map<String, Map<String, Object>>>(Audience.class);
        for (var audience : Audience.values()) all.put(audience, new TreeMap<>());
        listed.onTheList().forEach((reference, need) -> all.get(need.audience()).put(reference, need.body()));
        boards.show(BOARD, Audience.PUBLIC, all.get(Audience.PUBLIC));
        boards.show(BOARD, Audience.PARTICIPANTS, all.get(Audience.PARTICIPANTS));
    }
}
