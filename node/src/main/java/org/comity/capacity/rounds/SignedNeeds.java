package org.comity.capacity.rounds;

import org.comity.procedure.form.ActContent;
import org.comity.proof.Malformed;
import org.comity.proof.seal.Container;
import org.comity.thread.Threads;

/**
 * Says of a need that is said to be gravest whether two persons approved it, or its confirmation. That is read from what is
 * sealed: a name that somebody typed is no approval.
 */
final class SignedNeeds {

    private final Threads threads;

    SignedNeeds(Threads threads) {
        this.threads = threads;
    }

    /** Nothing is opened for a need that is not said to be gravest. */
    boolean twice(ActsOfHelp acts) {
        return ReadingHelp.isGravest(acts)
                && acts.all().stream()
                        .filter(it -> it.type().equals("submit") || it.type().equals("authenticate"))
                        .anyMatch(this::byTwo);
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
