package org.comity.cooperation.preservation;

import org.comity.cooperation.Confidentiality;
import org.comity.proof.Entry;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** Taking a preservation up says whether it can be kept confidential, and whether the provider may tell the user. */
@Component
class SecrecyAccepted implements Confidentiality {

    private final Threads threads;

    SecrecyAccepted(Threads threads) {
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public Standing of(String thread) {
        boolean settled = threads.everyAct(thread)
                .anyMatch(it -> it.envelope().type().equals("accept") && Entry.EFFECTIVE.equals(it.effect()));
        if (settled) {
            return Standing.SETTLED;
        }
        return threads.opening(thread)
                .map(it -> Request.of(it.body()))
                .filter(it -> it.secret() || it.doNotNotify())
                .map(it -> Standing.OPEN)
                .orElse(Standing.NOT_ASKED);
    }
}
