package org.comity.board;

import java.time.Instant;
import java.util.List;
import org.comity.proof.feed.NumberedFeed;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Says how this node stands with each host that it follows, and begins anew with one that contradicted itself. */
public interface HostsFollowed {

    List<Feed> feeds();

    /** The newest 20, newest first. */
    List<Contradiction> contradictions(String host);

    /** Only an administrator, with a reason: what was held is taken anew, the proof stays. */
    void again(String host, String why, Official by);

    /**
     * @param heard when the host last answered with what could be taken
     * @param failing code of what is in the way now; empty if nothing
     * @param stopped code of why nothing is taken any more; empty if it goes on
     */
    record Feed(
            String host,
            NumberedFeed feed,
            Instant since,
            @Nullable Instant heard,
            String failing,
            @Nullable Instant failingSince,
            String stopped,
            @Nullable Instant stoppedAt) {

        public boolean isStopped() {
            return !stopped.isEmpty();
        }

        public boolean fails() {
            return !failing.isEmpty();
        }
    }

    /**
     * Two heads of one feed that its host signed and that contradict each other: proof to somebody who trusts nobody here.
     *
     * @param shownBy the host itself, or the participant whom it showed the other face
     */
    record Contradiction(String audience, String code, String ours, String theirs, String shownBy, Instant at) {}
}
