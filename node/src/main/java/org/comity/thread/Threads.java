package org.comity.thread;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.proof.SignedEntry;
import org.jspecify.annotations.Nullable;

/**
 * Every thread this node is party to. All methods join the caller's transaction, and take the thread's lock where they
 * change it.
 */
public interface Threads {

    /**
     * Keeps an act that this node authored and, where this node keeps the register, registers it.
     *
     * @return the entry if it was registered here, else nothing: it is sent, not yet registered
     */
    Kept keepOwn(SealedAct act);

    /**
     * Keeps an act that came in, once the door has authenticated the sender. The same act again changes nothing and
     * returns the same entry.
     *
     * @throws Refused with a stable code if it may not be stored
     */
    Kept keepReceived(SealedAct act);

    /** Keeps an entry from the register's keeper; verifies signature, chain, effect and state against our own fold. */
    void keepEntry(SignedEntry entry);

    Optional<Thread> find(String thread);

    /** Entries in order of n, at most 200, after {@code n}. */
    List<SignedEntry> entries(String thread, long after);

    /** Acts in order of registration, unregistered last; at most 200. */
    List<KeptAct> acts(String thread);

    Optional<KeptAct> act(String id);

    /** The sealed container of an act. */
    Optional<byte[]> container(String act);

    /** Acts of ours that have no entry since {@code before}; at most 200. */
    List<KeptAct> unregistered(Instant before);

    /** @param entry null while the act waits for the keeper's entry */
    record Kept(String act, boolean isNew, @Nullable SignedEntry entry) {}

    /**
     * @param counterpart the other participant
     * @param state as folded here; null if the opening act is not registered yet
     * @param lastEntry 0 when none
     * @param disputed why the registers differ, or null
     */
    record Thread(
            String id,
            String procedure,
            String reference,
            String counterpart,
            org.comity.vocabulary.Role ourRole,
            boolean weKeep,
            Procedure.@Nullable State state,
            long lastEntry,
            @Nullable String disputed,
            Instant openedAt) {}

    /** @param n null while not registered; {@code effect} likewise */
    record KeptAct(
            String id,
            String thread,
            org.comity.proof.Envelope envelope,
            java.util.Map<String, Object> body,
            boolean ours,
            Instant keptAt,
            @Nullable Long n,
            @Nullable String effect,
            @Nullable Instant registeredAt) {}

    /** Refused before anything is stored; {@code code} is documented in docs/protocol. */
    final class Refused extends RuntimeException {
        private final String code;

        public Refused(String code, String detail) {
            super(code + ": " + detail);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
