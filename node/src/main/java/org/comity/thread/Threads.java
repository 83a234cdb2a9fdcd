package org.comity.thread;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.proof.SignedEntry;
import org.comity.proof.ThreadBundle;
import org.comity.vocabulary.RequestReference;
import org.jspecify.annotations.Nullable;

/**
 * Every thread this node is party to. All methods join the caller's transaction, and take the thread's lock where they
 * change it.
 */
public interface Threads {

    /** Rows of one look. */
    int MOST = 200;

    /**
     * Keeps an act that this node authored, or recorded for a counterpart without a node, and, where this node keeps the register, registers it.
     *
     * @throws Refused or {@link org.comity.vocabulary.RuleBroken} if it may not be stored
     * @return the entry if it was registered here, else nothing: it is sent, not yet registered
     */
    Kept keepOwn(SealedAct act);

    /**
     * As {@link #keepOwn}, but where this node keeps the register the act gets no entry before {@code until}; see
     * {@link #registerHeld}.
     */
    Kept keepHeld(SealedAct act, Instant until);

    /** Held acts of registers that this node keeps, whose hour has come and that were not recalled; at most 200. */
    List<String> heldUntil(Instant now);

    /** Gives a held act its entry now; nothing if it has one, or was recalled. */
    void registerHeld(String act);

    /**
     * Takes back an act of ours that has no entry and has not left, which is for the caller to know. Publishes
     * {@link ActRecalled}; again changes nothing.
     *
     * @throws Refused {@code already-registered}
     */
    void recall(String act, String why);

    /**
     * Keeps an act that came in, once the door has authenticated the sender. The same act again changes nothing and
     * returns the same entry.
     *
     * @throws Refused with a stable code if it may not be stored; {@code unknown-thread} is worth another try once the
     *     opening act has arrived
     */
    Kept keepReceived(SealedAct act);

    /**
     * Keeps an act of ours that we had lost, as a counterpart gives it back after a restore; the door has verified our own
     * seal. What it may say was checked when it was sealed.
     */
    Kept keepReturned(SealedAct act);

    /** Keeps an entry from the register's keeper; verifies signature, chain, effect and state against our own fold. */
    void keepEntry(SignedEntry entry);

    /** As {@link #keepEntry(SignedEntry)}, when the door knows who sent it: only the counterpart may. */
    default void keepEntry(SignedEntry entry, String from) {
        var thread = find(entry.entry().thread()).orElseThrow(() -> new Refused("unknown-thread", "no such thread"));
        if (!thread.counterpart().equals(from)) {
            throw new Refused("not-a-party", from + " is not a party to this thread");
        }
        keepEntry(entry);
    }

    Optional<Thread> find(String thread);

    /** Of these, at most 200, in one look; those that are not known are left out. */
    List<Thread> find(Collection<String> threads);

    /** By the reference read aloud; ours first, should two participants use the same one. */
    Optional<Thread> findByReference(String reference);

    /** Last changed first, at most {@code limit} (1 to 200), after {@code last} when given. */
    List<Thread> list(Which which, @Nullable Thread last, int limit);

    /** How many threads there are of each kind, in one look. */
    Counts counts();

    /** The next reference for a thread we open; it goes into the opening act's facts as {@code reference}. */
    RequestReference nextReference();

    /** One entry of a register, by its number. */
    Optional<SignedEntry> entry(String thread, long n);

    /** Entries in order of n, at most 200, after {@code n}. */
    List<SignedEntry> entries(String thread, long after);

    /** Acts in order of registration, unregistered last, of those registered after entry {@code n}; at most 200. */
    List<KeptAct> acts(String thread, long after);

    /** Every act in the same order, 200 of them in memory at a time. */
    Stream<KeptAct> everyAct(String thread);

    /** Every act that has no entry, oldest first, 200 of them in memory at a time. */
    Stream<KeptAct> withoutEntry(String thread);

    /** The newest 200, in the same order. */
    default List<KeptAct> newest(String thread) {
        return acts(thread, Math.max(0, countActs(thread) - MOST), MOST);
    }

    /** The same order, from position {@code from} (0 is the first act) on, at most {@code limit} (1 to 200). */
    List<KeptAct> acts(String thread, int from, int limit);

    /** How many acts this thread has, those that are not registered and those recalled among them. */
    int countActs(String thread);

    /** The ids of all acts of this thread, at most 10,000. */
    List<String> actIds(String thread);

    /** The act that opened the thread, registered or not. */
    Optional<KeptAct> opening(String thread);

    /** The acts that opened these threads, at most 200, in one look. */
    List<KeptAct> openings(Collection<String> threads);

    Optional<KeptAct> act(String id);

    /** The sealed container of an act, until its body is forgotten. */
    Optional<byte[]> container(String act);

    /**
     * Writes the thread as {@code comity verify} reads it: register and sealed acts, nothing of the domestic file. Of acts
     * whose body is forgotten, the envelope.
     *
     * @throws Refused {@code unknown-thread}
     */
    void export(String thread, OutputStream out) throws IOException;

    /** Acts of ours that have no entry since {@code before}, recalled ones left out; at most 200. */
    List<KeptAct> unregistered(Instant before);

    /** Threads of other keepers where an entry has waited for its act or for an earlier entry since {@code before}. */
    List<Thread> waiting(Instant before);

    /** What was kept when the thread became disputed, oldest first, at most 100. */
    List<DisputeProof> disputeProofs(String thread);

    /** Folds the register again from its first entry and compares every effect and state with what is kept. */
    boolean foldsAgain(String thread);

    /** Who signed which entries of its register: a keeper may have changed its key. */
    List<ThreadBundle.Keeper> keepers(String thread);

    /**
     * Ids of threads in which nothing more is said: ended, disputed, or recalled whole; unchanged since {@code before}, and of some
     * act the body is left. In their order, after {@code after}; at most 50.
     */
    List<String> saidBefore(Instant before, String after);

    /**
     * Retention: deletes an act's body and the files of its container. Envelope, signature, entry and fold stay.
     *
     * @return false if nothing was left to delete
     */
    boolean forgetBody(String act);

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
            Instant openedAt,
            Instant changedAt) {}

    /** Which threads to list; a null or empty part does not restrict. */
    record Which(
            @Nullable String counterpart,
            org.comity.vocabulary.@Nullable Role ourRole,
            @Nullable String state,
            @Nullable Boolean ended,
            @Nullable Boolean disputed) {
        public static final Which ALL = new Which(null, null, null, null, null);
    }

    /** @param byState open threads by name of state; those not yet registered stand under the empty name */
    record Counts(long open, long ended, long disputed, java.util.Map<String, Long> byState) {}

    /**
     * @param ours the signed entry that we hold in its place, or what our own fold expected there, or null; as JSON
     * @param theirs the signed entry that does not fit, as JSON
     */
    record DisputeProof(String why, byte @Nullable [] ours, byte[] theirs, Instant keptAt) {}

    /**
     * @param body empty once forgotten, then {@code bodyKept} is false
     * @param containerHash SHA-256 of the container as sealed
     * @param n null while not registered; {@code effect} likewise
     * @param heldUntil it waits for this hour, or waited; null if it was not held
     * @param recalled taken back before it left, or null
     * @param forgottenAt when retention deleted the body, or null
     */
    record KeptAct(
            String id,
            String thread,
            org.comity.proof.Envelope envelope,
            java.util.Map<String, Object> body,
            boolean bodyKept,
            String containerHash,
            boolean ours,
            Instant keptAt,
            @Nullable Long n,
            @Nullable String effect,
            @Nullable Instant registeredAt,
            @Nullable Instant heldUntil,
            @Nullable Recalled recalled,
            @Nullable Instant forgottenAt) {}

    /** @param why in the words of who took it back; empty for what was recalled before reasons were asked */
    record Recalled(Instant at, String why) {}

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
