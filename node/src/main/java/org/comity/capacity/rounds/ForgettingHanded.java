package org.comity.capacity.rounds;

import org.comity.board.BoardSubjects;
import org.comity.board.HandedToParticipants;
import org.comity.casework.BeforeForgetting;
import org.comity.procedure.Requests;
import org.springframework.stereotype.Component;

/** Deletes who took what of a need when the need itself is deleted; that it was handed out stays in the ledger. */
@Component
class ForgettingHanded implements BeforeForgetting {

    private final String needs = MatchedProcedures.read().needs();
    private final Requests requests;
    private final HandedToParticipants handed;

    ForgettingHanded(Requests requests, HandedToParticipants handed) {
        this.requests = requests;
        this.handed = handed;
    }

    @Override
    public void forgetting(String thread) {
        requests.ofThread(thread).filter(it -> it.law().equals(needs)).ifPresent(it -> {
            handed.forget(PublishingNeeds.BOARD, BoardSubjects.of(it.counterpart(), it.reference()));
            // As it was named before participants were told apart.
            handed.forget(PublishingNeeds.BOARD, it.reference());
        });
    }
}
