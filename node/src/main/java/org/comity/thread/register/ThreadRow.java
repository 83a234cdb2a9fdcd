package org.comity.thread.register;

import java.time.Instant;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * A thread as kept.
 *
 * @param opener who wrote the opening act
 * @param byWire the counterpart had a node when the thread was opened
 * @param state canonical JSON; null until the opening act is registered
 * @param lastState hash of the state after the last entry
 */
// More than twelve: the table has so many columns.
record ThreadRow(
        String id,
        String procedure,
        String convention,
        String reference,
        String opener,
        String counterpart,
        Role ourRole,
        boolean weKeep,
        boolean byWire,
        boolean drill,
        @Nullable String state,
        boolean ended,
        long lastN,
        String lastHash,
        @Nullable String lastState,
        int acts,
        @Nullable String disputed,
        Instant openedAt,
        Instant changedAt) {

    static ThreadRow opened(Envelope opening, String counterpart, Role ourRole, boolean weKeep, boolean byWire) {
        return new ThreadRow(
                opening.thread(),
                opening.procedure(),
                opening.convention(),
                opening.facts().getOrDefault("reference", ""),
                opening.author(),
                counterpart,
                ourRole,
                weKeep,
                byWire,
                opening.drill(),
                null,
                false,
                0,
                Entry.NOTHING_BEFORE,
                null,
                0,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    ThreadRow after(Entry entry, Fold folded) {
        return new ThreadRow(
                id,
                procedure,
                convention,
                reference,
                opener,
                counterpart,
                ourRole,
                weKeep,
                byWire,
                drill,
                folded.state(),
                folded.ended(),
                entry.n(),
                entry.hash(),
                folded.stateHash(),
                acts,
                disputed,
                openedAt,
                changedAt);
    }

    boolean isDisputed() {
        return disputed != null;
    }

    /** What an act must say to belong here. */
    boolean speaks(Envelope envelope) {
        return envelope.procedure().equals(procedure)
                && envelope.convention().equals(convention)
                && envelope.drill() == drill;
    }
}
