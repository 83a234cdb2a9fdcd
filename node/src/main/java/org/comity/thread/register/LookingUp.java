package org.comity.thread.register;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.proof.SignedEntry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.DisputeProof;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Thread;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads threads, acts and entries as the module's face shows them. */
@Component
class LookingUp {

    private final ThreadRows threads;
    private final ActRows acts;
    private final EntryRows entries;
    private final ParkedEntries parked;
    private final DisputeProofs proofs;
    private final Standing standing;
    private final Refolding refolding;

    LookingUp(
            ThreadRows threads,
            ActRows acts,
            EntryRows entries,
            ParkedEntries parked,
            DisputeProofs proofs,
            Standing standing,
            Refolding refolding) {
        this.threads = threads;
        this.acts = acts;
        this.entries = entries;
        this.parked = parked;
        this.proofs = proofs;
        this.standing = standing;
        this.refolding = refolding;
    }

    Optional<Thread> thread(String id) {
        return threads.find(id).map(standing::shown);
    }

    List<Thread> threads(Collection<String> ids) {
        return threads.find(ids).stream().map(standing::shown).toList();
    }

    /** Opened by {@code self} first, then the oldest. */
    Optional<Thread> byReference(String reference, String self) {
        return threads.byReference(reference).stream()
                .min(Comparator.comparing((ThreadRow it) -> !it.opener().equals(self))
                        .thenComparing(ThreadRow::openedAt)
                        .thenComparing(ThreadRow::id))
                .map(standing::shown);
    }

    List<Thread> list(Threads.Which which, @Nullable Thread last, int limit) {
        return threads.list(which, last, limit).stream().map(standing::shown).toList();
    }

    Threads.Counts counts() {
        return threads.counts();
    }

    Optional<SignedEntry> entry(String thread, long n) {
        return entries.at(thread, n);
    }

    List<SignedEntry> entries(String thread, long after) {
        return entries.after(thread, after);
    }

    List<KeptAct> acts(String thread, long after) {
        return acts.of(thread, after);
    }

    List<KeptAct> acts(String thread, int from, int limit) {
        return acts.of(thread, from, limit);
    }

    Stream<KeptAct> everyAct(String thread) {
        return EveryAct.of(acts, thread);
    }

    Stream<KeptAct> withoutEntry(String thread) {
        return EveryAct.withoutEntry(acts, thread);
    }

    int countActs(String thread) {
        return acts.count(thread);
    }

    List<String> actIds(String thread) {
        return acts.ids(thread);
    }

    Optional<KeptAct> opening(String thread) {
        return acts.opening(thread);
    }

    List<KeptAct> openings(Collection<String> threads) {
        return acts.openings(threads);
    }

    Optional<KeptAct> act(String id) {
        return acts.find(id);
    }

    Optional<byte[]> container(String act) {
        return acts.container(act, true);
    }

    List<KeptAct> unregistered(Instant before) {
        return acts.unregistered(before);
    }

    List<Thread> waiting(Instant before) {
        return parked.waiting(before).stream().map(standing::shown).toList();
    }

    List<DisputeProof> disputeProofs(String thread) {
        return proofs.of(thread);
    }

    List<String> saidBefore(Instant before, String after) {
        return threads.saidBefore(before, after);
    }

    boolean foldsAgain(String thread) {
        return threads.find(thread).map(refolding::holds).orElse(false);
    }
}
