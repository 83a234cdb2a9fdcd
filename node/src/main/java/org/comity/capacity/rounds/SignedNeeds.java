package org.comity.capacity.rounds;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.capacity.matching.NeedInRound;
import org.comity.capacity.matching.RoundInput;
import org.comity.procedure.RequestRow;
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

    /** Ids of those that are said to be gravest and are not known to be approved by two, since they came by letter. */
    static Set<String> byLetter(RoundInput input, ListedHelp listed) {
        var rows = listed.needs(input.needs().stream()
                .filter(it -> it.severity() == GRAVEST && !it.readiness().signed())
                .map(NeedInRound::id)
                .toList());
        var acts = listed.acts(rows.values());
        return rows.values().stream()
                .filter(it -> byLetter(Objects.requireNonNull(acts.get(it.thread()))))
                .map(RequestRow::reference)
                .collect(Collectors.toSet());
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
