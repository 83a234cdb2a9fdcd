package org.comity.evidence;

import java.util.Collection;
import java.util.Optional;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Destroys on this node what an act declares destroyed: wrapped keys first, then bytes, wherever they are kept. Name, manifest and custody stay. Joins the caller's transaction.
 */
public interface Destruction {

    /** Why one of the items that a delivery names by these manifests cannot be destroyed now; empty if all can. */
    Optional<Obstacle> obstacle(String thread, Collection<String> manifests);

    /** The first of these of which nothing is known here, so that none of them would be destroyed; empty if there is none. */
    Optional<String> unknown(String thread, Collection<String> manifests);

    /**
     * An act with an entry, with effect, declares them destroyed. From now on nobody opens them; what is left to delete is
     * deleted after the transaction, again after each stop. Again changes nothing.
     *
     * @throws EvidenceRefused {@code destroy-not-found} for a manifest of which nothing is known here: what was not looked
     *     for is not said to be destroyed
     * @param by who declared it; null if that is not known here
     */
    void destroy(String thread, Collection<String> manifests, @Nullable Official by);

    /** @param item its name, or the manifest while its name is not here */
    record Obstacle(Why why, String item) {}

    enum Why {
        /** being fetched, or paused */
        UNDER_WAY,
        /** being added */
        ADDING,
        /** being opened whole */
        MATCHING,
        /** a draft delivers it, or an act without an entry */
        PREPARED,
        /** released, and held by an officer */
        HELD,
        /** released, and the receiver has not all of it yet */
        LEAVING,
        LEGAL_HOLD,
        /** neither expected nor here: nobody can say what became of it */
        NOT_FOUND
    }
}
