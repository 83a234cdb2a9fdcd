package org.comity.evidence;

import java.time.Instant;
import java.time.LocalDate;
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
     * @param at when it was registered; of what was only written down for whoever said it, when they said it
     * @param from who delivered, and {@code to} whom; whoever says it
     * @param act that says so, by its id
     * @param manifest the one that the deliver act names
     * @param more to whom it was passed on, or when the last backup lapses; else empty
     * @param basis what it rests on
     */
    record Shared(
            Step step, Instant at, String from, String to, String act, String manifest, String more, Basis basis) {

        /** Whoever says it. */
        public String by() {
            return delivers() ? from : to;
        }

        /** The other of the two. */
        public String told() {
            return delivers() ? to : from;
        }

        private boolean delivers() {
            return step == Step.RELEASED || step == Step.DELIVERED_TO_US;
        }
    }

    /**
     * What an act is worth as proof: who sealed it, and whether it has left.
     *
     * @param channel its word, by which it was said or left; else empty
     * @param day on which it was said, left, or was laid before a seat; null where none is known
     */
    record Basis(Kind kind, String channel, @Nullable LocalDate day) {

        public static final Basis SEALED = new Basis(Kind.SEALED, "", null);

        /** The word of somebody, which another wrote down: its day is known, no hour. */
        public boolean writtenDown() {
            return kind == Kind.SAID || kind == Kind.PAST;
        }

        public enum Kind {
            /** By whoever says it; the register of both sides holds it. */
            SEALED,
            /** By a State without a node, which did not sign what we wrote down. */
            SAID,
            /** At a seat on this node, with the passkey of a person of that State. */
            AT_SEAT,
            /** By us, outside this node, and written down afterwards. */
            PAST,
            /** By us, in a letter that left. */
            POSTED,
            /** By us, in a letter that has not left. */
            NOT_LEFT,
            /** By us, in a letter that will not be posted. */
            NOT_POSTED,
            /** By us, in a letter from before it was written down how letters leave. */
            UNFOLLOWED,
            /** By us, for the other State to read at its seat here. */
            BEFORE_SEAT
        }
    }

    /**
     * @param label message that names the act
     * @param draft made of it already, or null
     */
    record Waiting(String reference, String label, @Nullable String draft) {}
}
