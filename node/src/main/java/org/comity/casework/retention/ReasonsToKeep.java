package org.comity.casework.retention;

import java.time.Instant;
import java.util.Optional;
import org.comity.casework.LegalHolds;
import org.comity.evidence.Evidence;
import org.comity.thread.Threads.Thread;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Finds whether a request has ended, and what keeps its words although the rule says that they go. */
@Component
class ReasonsToKeep {

    private final WordRows rows;
    private final LegalHolds holds;
    private final Evidence evidence;

    ReasonsToKeep(WordRows rows, LegalHolds holds, Evidence evidence) {
        this.rows = rows;
        this.holds = holds;
        this.evidence = evidence;
    }

    /** From when on nothing more was said; empty while something may still come. */
    Optional<Instant> end(Thread thread, boolean recalled) {
        if (thread.disputed() != null) {
            return rows.settled(thread.id()).map(it -> it.isAfter(thread.changedAt()) ? it : thread.changedAt());
        }
        boolean ended = thread.state() == null ? recalled : thread.state().ended();
        return ended ? Optional.of(thread.changedAt()) : Optional.empty();
    }

    Optional<Why> why(Thread thread) {
        if (holds.of(thread.id()).isPresent()) return Optional.of(Why.HELD_BY_LAW);
        if (rows.followed(thread.id())) return Optional.of(Why.FOLLOWED);
        var left = evidence.left(thread.id());
        if (left.heldByLaw()) return Optional.of(Why.EVIDENCE_HELD_BY_LAW);
        // The words of the limit, Art. 40(19), are in the bodies.
        return left.any() && thread.ourRole() == Role.REQUESTING ? Optional.of(Why.USE_LIMIT) : Optional.empty();
    }

    enum Why {
        HELD_BY_LAW,
        /** by a request that is open */
        FOLLOWED,
        EVIDENCE_HELD_BY_LAW,
        /** what was delivered is here, and may be used within limits that stand in the acts */
        USE_LIMIT,
        /** of a joint thread: some of it waits to leave for a party */
        ON_ITS_WAY
    }
}
