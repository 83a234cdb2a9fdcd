package org.comity.capacity.rounds;

import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the boards of a host show the offers on the list, as far as each provider chose: who needs help reads what there is. */
@Component
class PublishingOffers {

    static final String BOARD = "offers";

    private final String law = MatchedProcedures.read().offers();
    private final ListedHelp listed;
    private final Boards boards;

    PublishingOffers(ListedHelp listed, Boards boards) {
        this.listed = listed;
        this.boards = boards;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void show() {
        boards.show(BOARD, this::subjects);
    }

    private BoardSubjects subjects() {
        var subjects = new BoardSubjects();
        for (var offer : listed.listedOffers()) {
            var subject = BoardSubjects.of(offer.provider(), offer.reference());
            OfferOnBoard.of(law, offer).ifPresent(it -> subjects.put(it.audience(), subject, it.body()));
        }
        return subjects;
    }
}
