package org.comity.thread;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.vocabulary.RequestReference;
import org.jspecify.annotations.Nullable;

/** Shows every thread this node is party to, in the caller's transaction or in none; {@link ThreadKeeping} changes them. */
public interface Threads {

    /** Rows of one look. */
    int MOST = 200;

    Optional<Thread> find(String thread);

    /** Of these, at most 200, in one look; those that are not known are left out. */
    List<Thread> find(Collection<String> threads);

    /** Last changed first, at most {@code limit} (1 to 200), after {@code last} when given. */
    List<Thread> list(Filter which, @Nullable Thread last, int limit);

    /** How many threads there are of each kind, in one look. */
    Counts counts();

    /** The next reference for a thread we open, in the caller's transaction; it goes into the opening act's facts. */
    RequestReference nextReference();

    /** One entry of a register, by its number. */
    Optional<SignedEntry> entry(String thread, long n);

    /** Entries in order of n, at most 200, after {@code n}. */
    List<SignedEntry> entries(String thread, long after);

    /** Acts that have an entry after {@code n}, in the order of the register; at most 200. */
    List<KeptAct> acts(String thread, long after);

    /** Every act in the order of the register, those without an entry last, oldest first; 200 of them in memory at a time. */
    Stream<KeptAct> everyAct(String thread);

    /** The acts of these threads, at most 200, that had effect: thread by thread, each in the order of its register. */
    List<KeptAct> effective(Collection<String> threads);

    /** Acts of these types that had effect, in the order of the register, 200 of them in memory at a time. */
    Stream<KeptAct> effective(String thread, Set<String> types);

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

    /** The hash of the register's last entry; empty while it has none. */
    default Optional<String> head(String thread) {
        return find(thread).flatMap(this::head);
    }

    /** The same of a thread that was read just now. */
    default Optional<String> head(Thread thread) {
        return thread.lastEntry() > 0
                ? entry(thread.id(), thread.lastEntry()).map(it -> it.entry().hash())
                : Optional.empty();
    }

    /** Each act of a thread says the same as the one that opened it. */
    default boolean drill(String thread) {
        return opening(thread).map(it -> it.envelope().drill()).orElse(false);
    }

    /** The acts that opened these threads, at most 200, in one look. */
    List<KeptAct> openings(Collection<String> threads);

    Optional<KeptAct> act(String id);

    /** Those of these acts that there are, of at most 200, in one look. */
    List<KeptAct> acts(Collection<String> ids);

    /** The sealed container of an act, until its body is forgotten. */
    Optional<byte[]> container(String act);

    /**
     * Writes the thread as {@code comity verify} reads it: register and sealed acts, beside it the threads of seats that
     * these name, nothing of the domestic file. Of acts whose body is forgotten, the envelope.
     *
     * <p>Here and not where threads are read: whoever takes it may be slow, and no transaction of ours waits for them.
     *
     * @throws Refused {@code unknown-thread}
     */
    default void export(String thread, OutputStream out) throws IOException {
        ThreadBundle.write(out, parts(thread), seats(thread));
    }

    /** The same for the other party: what is registered alone, and not what waits here for its hour. */
    default void exportRegistered(String thread, OutputStream out) throws IOException {
        ThreadBundle.write(out, registered(thread), registeredSeats(thread));
    }

    /** What such an export has of this one thread alone. */
    ThreadBundle.Parts registered(String thread);

    /**
     * What such an export has of this one thread alone, read page by page as it is written.
     *
     * @throws Refused {@code unknown-thread}
     */
    ThreadBundle.Parts parts(String thread);

    /** The threads of seats that lie beside it in such an export, read in the same way. */
    Iterable<ThreadBundle.Parts> seats(String thread);

    /** The same of what is registered alone. */
    Iterable<ThreadBundle.Parts> registeredSeats(String thread);

    /** Held acts of registers that this node keeps, whose hour has come and that were not recalled; at most 200. */
    List<String> heldUntil(Instant now);

    /** Acts of ours that have no entry since {@code before}, recalled ones left out; at most 200. */
    List<KeptAct> unregistered(Instant before);

    /**
     * Acts of ours of one type that leave, or left, between two instants in threads with this counterpart, the last first; at
     * most 200. One that is held leaves at its hour, and one that was recalled never.
     */
    List<KeptAct> ours(String counterpart, String type, Instant after, Instant before);

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

    /** @param entry null while the act waits for the keeper's entry */
    record Kept(String act, boolean isNew, @Nullable SignedEntry entry) {}

    /**
     * @param counterpart the other participant
     * @param byWire whether it had a node when the thread began: then, and only then, it holds the thread too
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
            boolean byWire,
            Procedure.@Nullable State state,
            long lastEntry,
            @Nullable String disputed,
            Instant openedAt,
            Instant changedAt) {}

    /** Which threads to list; a null or empty part does not restrict. */
    record Filter(
            @Nullable String counterpart,
            org.comity.vocabulary.@Nullable Role ourRole,
            @Nullable String state,
            @Nullable Boolean ended,
            @Nullable Boolean disputed) {
        public static final Filter ALL = new Filter(null, null, null, null, null);
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
    // More than twelve: it is the row of an act, with what its register says of it.
    record KeptAct(
            String id,
            String thread,
            org.comity.proof.act.Envelope envelope,
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
            @Nullable Instant forgottenAt) {

        /** When it was registered; while it is not, when it was kept. */
        public Instant at() {
            return registeredAt == null ? keptAt : registeredAt;
        }

        /** What it says: the body, with the facts of the envelope. */
        public Map<String, Object> said() {
            var said = new HashMap<>(body);
            said.putAll(envelope.facts());
            return said;
        }
    }

    /** @param why in the words of who took it back; empty for what was recalled before reasons were asked */
    record Recalled(Instant at, String why) {}

    /** Refused before anything is stored; {@code code} is documented in docs/protocol. */
    final class Refused extends RuntimeException {
        private final String code;
        private final String field;

        public Refused(String code, String detail) {
            this(code, detail, "");
        }

        /** @param field of the act that is at fault */
        public Refused(String code, String detail, String field) {
            super(code + ": " + detail);
            this.code = code;
            this.field = field;
        }

        public String code() {
            return code;
        }

        /** Empty where no field alone is at fault. */
        public String field() {
            return field;
        }
    }
}
