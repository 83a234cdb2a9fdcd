package org.comity.capacity.rounds;

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
        var everybody = new TreeMap<String, Map<String, Object>>();
        var participants = new TreeMap<String, Map<String, Object>>();
        listed.onTheList()
                .forEach((reference, need) ->
                        (need.audience() == Audience.PUBLIC ? everybody : participants).put(reference, need.body()));
        boards.show(BOARD, Audience.PUBLIC, everybody);
        boards.show(BOARD, Audience.PARTICIPANTS, participants);
    }
}
