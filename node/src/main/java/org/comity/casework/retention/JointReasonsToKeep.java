package org.comity.casework.retention;

import java.time.Instant;
import java.util.Optional;
import org.comity.casework.LegalHolds;
import org.comity.casework.retention.ReasonsToKeep.Why;
import org.comity.exchange.JointSendings;
import org.comity.thread.JointThreadKeeping;
import org.springframework.stereotype.Component;

/** Finds whether a joint thread has ended for us, and what keeps its words although the rule says that they go. */
@Component
class JointReasonsToKeep {

    private final LegalHolds holds;
    private final JointThreadKeeping threads;
    private final JointSendings sendings;
    private final WordRows words;

    JointReasonsToKeep(LegalHolds holds, JointThreadKeeping threads, JointSendings sendings, WordRows words) {
        this.words = words;
        this.holds = holds;
        this.threads = threads;
        this.sendings = sendings;
    }

    /** From when on nothing more was said for us to hear, or written here; empty while something may still come. */
    Optional<Instant> end(String thread) {
        return threads.ended(thread)
                .map(end -> words.written(thread).filter(end::isBefore).orElse(end));
    }

    Optional<Why> why(String thread) {
        if (holds.of(thread).isPresent()) return Optional.of(Why.HELD_BY_LAW);
        if (threads.goneOnIn(thread).filter(it -> threads.ended(it).isEmpty()).isPresent()) {
            return Optional.of(Why.FOLLOWED);
        }
        // Whoever registered an act brings it whole (R146).
        return sendings.waits(thread) ? Optional.of(Why.ON_ITS_WAY) : Optional.empty();
    }
}
