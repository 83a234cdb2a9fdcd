package org.comity.capacity.rounds;

import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the boards of a host show the needs on the list, as far as each State chose. */
@Component
class PublishingNeeds {

    static final String BOARD = "needs";

    private final ListedHelp listed;
    private final Boards boards;

    PublishingNeeds(ListedHelp listed, Boards boards) {
        this.listed = listed;
        this.boards = boards;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void show() {
        boards.show(BOARD, this::subjects);
    }

    private BoardSubjects subjects() {
        var subjects = new BoardSubjects();
        listed.onTheList().forEach((subject, need) -> subjects.put(need.audience(), subject, need.body()));
        return subjects;
    }
}
