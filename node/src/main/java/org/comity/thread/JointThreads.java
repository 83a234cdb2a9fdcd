package org.comity.thread;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread.Seen;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.JointState;
import org.comity.proof.table.Membership;
import org.jspecify.annotations.Nullable;

/**
 * Keeps threads of any number of parties, one of which keeps the register (docs/protocol/joint.md). What changes them joins
 * the caller's transaction, which must be there, and takes the thread's lock; a refusal is {@link Threads.Refused}.
 */
public interface JointThreads {

    /**
     * @param state null until its first entry is here
     * @param standing whether we are a party, only asked to be, or not any more
     * @param disputed why the registers differ, or null
     */
    record Joint(
            String id,
            String procedure,
            boolean drill,
            String keeper,
            boolean weKeep,
            OurPart standing,
            @Nullable JointState state,
            long lastEntry,
            @Nullable String disputed) {}

    enum OurPart {
        INVITED,
        PARTY,
        LEFT
    }

    /** What a page brings of one act. */
    sealed interface Brought {
        Envelope envelope();

        record Whole(SealedAct sealed) implements Brought {
            @Override
            public Envelope envelope() {
                return sealed.act().envelope();
            }
        }

        /** Its body is not shown to the receiver, or was deleted. */
        record Thin(Envelope envelope) implements Brought {}
    }

    /**
     * Entries in a row, with the acts that the receiver did not write.
     *
     * @param last the sender's last n, as far as the receiver may see
     */
    record Page(String thread, long after, List<SignedEntry> entries, long last, List<Brought> acts) {

        public Page {
            entries = List.copyOf(entries);
            acts = List.copyOf(acts);
        }

        public long to() {
            return entries.isEmpty() ? after : entries.getLast().entry().n();
        }
    }

    /** What a party is asked with: the first entry and that of the invitation, with their acts. */
    record Invitation(SignedEntry first, SignedEntry asked, SealedAct opening, SealedAct invite) {}

    /**
     * What we are asked to join by.
     *
     * @param act the id of the invitation
     * @param role in which we would speak
     * @param sender to whom our answer goes: as far as we know it keeps the register
     * @param opening what is begun, and {@code invite} by which we are asked; null of one kept before these were kept
     */
    record Asked(
            String act,
            String role,
            String sender,
            @Nullable Act opening,
            @Nullable Act invite) {}

    /**
     * An act as it lies here.
     *
     * @param body null where only the envelope is here
     * @param entry null while it waits for one
     * @param forgottenAt when retention deleted the body, or null
     */
    record KeptAct(
            Envelope envelope,
            @Nullable Map<String, Object> body,
            @Nullable SignedEntry entry,
            @Nullable Instant forgottenAt) {

        /** Who says it: its author, or whom a recorded act speaks for (R102). */
        public String speaker() {
            return Membership.speaker(envelope.author(), envelope.facts());
        }

        public boolean effective() {
            return entry != null && entry.entry().effective();
        }
    }

    /** What a head showed. */
    enum Found {
        EQUAL,
        AHEAD,
        FORK,
        NOTHING
    }

    Optional<Joint> find(String thread);

    /** Whether it is here and this one is, was or is asked to be a party; to all others the door says that there is none. */
    boolean concerns(String thread, String participant);

    /** The last entry that we verified, for the fact {@code seen} of our next act. */
    Optional<Seen> seen(String thread);

    /** The invitation that we can answer now, or answered without coming in; nothing if nobody asks us. */
    Optional<Asked> asked(String thread);

    /** In order of n, then those without an entry: the newest 500, and older ones that the state names. */
    List<KeptAct> acts(String thread);

    /** Of those with an entry or without, in that order, so many from this position on; 0 is the first. */
    List<KeptAct> acts(String thread, int from, int limit);

    int countActs(String thread);

    /** The act with which the register begins; nothing while it is not here. */
    Optional<KeptAct> opening(String thread);

    /** Each act says the same as the one that opened the thread, also that by which we join. */
    default boolean drill(String thread) {
        return opening(thread)
                .map(KeptAct::envelope)
                .or(() -> asked(thread).map(Asked::opening).map(Act::envelope))
                .map(Envelope::drill)
                .orElse(false);
    }

    /** Nothing of a thread in which it never had a part at us. */
    Optional<ShownAtUs> shownAtUs(String thread, String authority);

    /** An act of any joint thread. */
    Optional<KeptAct> act(String act);

    /**
     * All of them, 100 at a time: first those that we are only asked to join, then the others, last changed first.
     *
     * @param after the cursor of the page before; null, or one that is not ours, for the first page
     */
    Listed list(@Nullable String after);

    /** @param cursor of the next page; null at the end */
    record Listed(List<Joint> threads, @Nullable String cursor) {

        public Listed {
            threads = List.copyOf(threads);
        }
    }

    /** Entries in order of n, at most 200, after {@code n}. */
    List<SignedEntry> entries(String thread, long after);

    /** Who wrote an act that is here, perhaps for another. */
    Optional<String> author(String act);

    /** The sealed container of an act, if it is here. */
    Optional<byte[]> container(String act);

    /** Acts that have no entry here, ours and others', oldest first; for the keeper. */
    List<SealedAct> waiting(String thread);

    /** Our own act: it gets its entry if we keep the register, else it waits for the keeper's. */
    Threads.Kept say(SealedAct act);

    /** An act whose seal the door checked; any party may bring it. */
    Threads.Kept take(SealedAct act, String from);

    /**
     * Our acts that got no entry although they are here since before then, each with the parties that have a node and do not
     * keep the register (R135).
     */
    List<Unheard> unheard(Instant before);

    record Unheard(String thread, String act, List<String> parties) {}

    /** Whether an act of ours has had no entry since before then, though another keeps the register (R136). */
    boolean waits(String thread, Instant before);

    /** Threads that somebody has to look at, newest first, at most 200 of each kind. */
    List<ToLookAt> toLookAt();

    record ToLookAt(String thread, String procedure, Why why) {}

    enum Why {
        /** The registers differ, and we have not gone on from it. */
        DISPUTED,
        /** An act of ours has had no entry for ten minutes, though another keeps the register (R135). */
        UNHEARD,
        /** We are asked to join, and have not answered. */
        INVITED
    }

    /** After a restore, once registers are compared with one more party: registers what waits where nobody is missing. */
    void resume();

    /** Parties with a node that have not got all that they may see; nobody, where another keeps the register. */
    List<String> behind(String thread);

    /** What leaves for this party next, from its cursor on. */
    Optional<Page> page(String thread, String party);

    /** The same, of entries behind {@code after} up to {@code to}, made anew. */
    Page page(String thread, String party, long after, long to);

    /** The receipt of a page of the entries behind {@code after} up to {@code to} came. */
    void delivered(String thread, String party, long after, long to);

    /** A page was refused {@code page-behind}: the next one brings the receiver's own acts as well. */
    void refused(String thread, String party);

    /** What any party answers to any other, as far as that one may see; the keeper moves its cursor. */
    Page fetch(String thread, long after, String from);

    /** That a keeper registered an act, and when. */
    record Registered(String keeper, Instant at) {

        /**
         * As of when keys must have been good that stand behind the act: what another than its author registered is as old as
         * that, while an author's own word dates nothing (D53).
         */
        public Instant asOf(Instant now, Envelope act) {
            return keeper.equals(act.author()) || at.isAfter(now) ? now : at;
        }
    }

    /** Says of an act that stands in a register whether its author sealed it. */
    @FunctionalInterface
    interface Seals {

        /** @throws Threads.Refused where nothing that is known here can tell */
        boolean right(SealedAct act, Registered registered);
    }

    /**
     * Takes a page whole or not at all; what does not fit marks the thread disputed.
     *
     * @throws Threads.Refused {@code page-behind} if it does not follow what is here, so that the sender is asked
     */
    void take(Page page, String from, Seals seals);

    /** Of the one who is invited and has not answered. */
    Optional<Invitation> invitation(String thread, String invited);

    /** Those who are invited, have a node of their own, and have not answered. */
    List<String> invited(String thread);

    /** Both seals were checked by the door. An invitation is no thread yet. */
    void take(Invitation invitation, String from);

    /** A signed entry that anybody brings, to be compared with ours. */
    Found head(SignedEntry entry, String from);

    /**
     * Who has more than we have since a quarter of an hour, although the keeper was asked; each again after an hour (R132).
     * Who is named is to be asked.
     */
    List<Ahead> ahead();

    /** @param lastEntry that is here */
    record Ahead(String thread, long lastEntry, String sender) {}

    /** To whom our newest entry is told past the keeper: the next two in order of names, and one by lot. */
    List<String> neighbours(String thread, RandomGenerator chance);

    /** What of a dispute is shown to who brings this head: entries that contradict ours, oldest first, and ours (R132). */
    List<SignedEntry> proofs(String thread, String to, SignedEntry head);
}
