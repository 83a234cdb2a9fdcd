package org.comity.capacity.rounds;

import org.comity.capacity.matching.NeedInRound;
import org.comity.procedure.form.ActContent;
import org.comity.proof.Malformed;
import org.comity.proof.seal.Container;
import org.comity.thread.RecordedChannels;
import org.comity.thread.Threads;

/**
 * Says of a need that is said to be gravest whether two persons approved it, or its confirmation. That is read from what is
 * sealed: a name that somebody typed is no approval.
 */
final class SignedNeeds {

    private static final int GRAVEST = 4;

    private final Threads threads;

    SignedNeeds(Threads threads) {
        this.threads = threads;
    }

    /** Nothing is opened for a need that is not said to be gravest. */
    boolean twice(ActsOfHelp acts) {
        return ReadingHelp.isGravest(acts)
                && acts.all().stream().filter(SignedNeeds::isApproved).anyMatch(this::byTwo);
    }

    /** Without these it would count as it is said. */
    static boolean lacksApproval(NeedInRound need) {
        return need.severity() == GRAVEST && !need.readiness().signed();
    }

    /** One officer here wrote the opening act or its confirmation down: nobody knows how many approved it there. */
    static boolean byLetter(ActsOfHelp acts) {
        return acts.all().stream()
                .filter(SignedNeeds::isApproved)
                .map(it -> it.text(RecordedChannels.FACT))
                .anyMatch(RecordedChannels.OUTSIDE::contains);
    }

    private static boolean isApproved(ActContent act) {
        return act.type().equals("submit") || act.type().equals("authenticate");
    }

    /** What was forgotten or cannot be read proves nothing. */
    private boolean byTwo(ActContent act) {
        try {
            return threads.container(act.id())
                    .map(Container::read)
                    .filter(it -> it.persons() >= 2)
                    .isPresent();
        } catch (Malformed none) {
            return false;
        }
    }
}
