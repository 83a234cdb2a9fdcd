package org.comity.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What evidence asks about acts: the rooms above know which act of a procedure says what of an item. On a node where nobody
 * answers, nothing is shared.
 */
public interface CustodyActs {

    /**
     * Every act with effect that delivers an item, or says what became of it, in the order of the register.
     *
     * @param manifests the item's, one for each node that it was sealed for
     */
    List<Shared> of(String thread, Set<String> manifests);

    /**
     * Manifests of the items that our acts, registered and with effect, deliver to a State without a node: they are handed
     * over on a disk, as the files that they were. Empty for any other procedure.
     */
    Set<String> onDisk(String thread);

    /** The act that is to be said of what this act delivered, filled in by the program; empty if none waits. */
    Optional<Waiting> waiting(String deliver);

    /** What both sides know, by an act that is registered. */
    enum Step {
        RELEASED,
        DELIVERED_TO_US,
        RECEIVED,
        RECEIVED_AND_MATCHED,
        DID_NOT_MATCH,
        ONWARD,
        RETURNED,
        DESTROYED
    }

    /**
     * @param at when it was registered
     * @param from who delivered, and {@code to} whom; whoever says it
     * @param act that says so, by its id
     * @param manifest the one that the deliver act names
     * @param more to whom it was passed on, or when the last backup lapses; else empty
     */
    record Shared(Step step, Instant at, String from, String to, String act, String manifest, String more) {}

    /**
     * @param label message that names the act
     * @param draft made of it already, or null
     */
    record Waiting(String reference, String label, @Nullable String draft) {}
}
