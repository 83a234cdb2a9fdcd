package org.comity.casework.retention;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.LegalHolds;
import org.comity.casework.retention.ReasonsToKeep.Why;
import org.comity.exchange.JointSendings;
import org.comity.thread.JointThreadKeeping;
import org.springframework.stereotype.Component;

/** Finds whether a joint thread has ended for us, and what keeps its words although the rule says that they go. */
@Component
class JointReasonsToKeep {

    /** One that is followed further than we look stays. */
    private static final int MOST_FOLLOWERS = 100;

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
                .or(() -> left(thread))
                .map(end -> words.written(thread).filter(end::isBefore).orElse(end));
    }

    /** Whoever is silent cannot hold our copy; where our leaving is refused for good, we still are a party. */
    private Optional<Instant> left(String thread) {
        return threads.leaving(thread)
                .filter(it -> !sendings.refused(it.act(), it.keeper()))
                .map(JointThreadKeeping.Leaving::at);
    }

    Optional<Why> why(String thread) {
        if (holds.of(thread).isPresent()) return Optional.of(Why.HELD_BY_LAW);
        if (followed(thread)) return Optional.of(Why.FOLLOWED);
        // Whoever registered an act brings it whole (R146).
        return sendings.waits(thread) ? Optional.of(Why.ON_ITS_WAY) : Optional.empty();
    }

    /** By any that is open or held by law, however many steps ahead: what that one says rests on this. */
    private boolean followed(String thread) {
        var seen = new HashSet<>(Set.of(thread));
        var next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (var follower : threads.followers(next.remove(), MOST_FOLLOWERS)) {
                if (!seen.add(follower)) continue;
                if (seen.size() > MOST_FOLLOWERS) return true;
                if (end(follower).isEmpty() || holds.of(follower).isPresent()) return true;
                next.add(follower);
            }
        }
        return false;
    }
}
