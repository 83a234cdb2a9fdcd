package org.comity.cooperation.preservation;

import org.comity.cooperation.Confidentiality;
import org.comity.proof.Entry;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/**
 * Reads from the act that takes a preservation up whether it can be kept confidential, and whether the provider may tell the user.
 */
@Component
class PreservationConfidentiality implements Confidentiality {

    private final Threads threads;

    PreservationConfidentiality(Threads threads) {
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public Answer of(String thread) {
        boolean settled = threads.everyAct(thread)
                .anyMatch(it -> it.envelope().type().equals("accept") && Entry.EFFECTIVE.equals(it.effect()));
        if (settled) {
            return Answer.SETTLED;
        }
        return threads.opening(thread)
                .map(it -> PreservationRequest.of(it.body()))
                .filter(it -> it.secret() || it.doNotNotify())
                .map(it -> Answer.OPEN)
                .orElse(Answer.NOT_ASKED);
    }
}
