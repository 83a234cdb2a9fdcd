package org.comity.thread.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.thread.Threads;
import org.comity.vocabulary.RequestReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads threads, acts and entries, in the caller's transaction or in one of its own. */
@Component
@Transactional(readOnly = true)
class ReadingThreads implements Threads {

    private static final int LARGEST_PAGE = 200;

    private final ThreadRows threads;
    private final ActRows acts;
    private final EntryRows entries;
    private final ParkedEntries parked;
    private final DisputeProofs proofs;
    private final CheckedState standing;
    private final WritingExport exporting;
    private final CountingReferences references;

    ReadingThreads(
            ThreadRows threads,
            ActRows acts,
            EntryRows entries,
            ParkedEntries parked,
            DisputeProofs proofs,
            CheckedState standing,
            WritingExport exporting,
            CountingReferences references) {
        this.threads = threads;
        this.acts = acts;
        this.entries = entries;
        this.parked = parked;
        this.proofs = proofs;
        this.standing = standing;
        this.exporting = exporting;
        this.references = references;
    }

    @Override
    public Optional<Thread> find(String id) {
        return threads.find(id).map(standing::shown);
    }

    @Override
    public List<Thread> find(Collection<String> ids) {
        return threads.find(ids).stream().map(standing::shown).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public RequestReference nextReference() {
        return references.next();
    }

    @Override
    public List<Thread> list(Threads.Filter which, @Nullable Thread last, int limit) {
        return threads.list(which, last, Math.clamp(limit, 1, LARGEST_PAGE)).stream()
                .map(standing::shown)
                .toList();
    }

    @Override
    public Threads.Counts counts() {
        return threads.counts();
    }

    @Override
    public Optional<SignedEntry> entry(String thread, long n) {
        return entries.at(thread, n);
    }

    @Override
    public List<SignedEntry> entries(String thread, long after) {
        return entries.after(thread, after);
    }

    @Override
    public List<KeptAct> acts(String thread, long after) {
        return acts.entered(thread, after);
    }

    @Override
    public List<KeptAct> acts(String thread, int from, int limit) {
        return acts.of(thread, from, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    @Override
    public Stream<KeptAct> everyAct(String thread) {
        return EveryAct.of(acts, thread);
    }

    @Override
    public List<KeptAct> effective(Collection<String> threads) {
        return threads.isEmpty() ? List.of() : acts.effective(threads);
    }

    @Override
    public Stream<KeptAct> effective(String thread, Set<String> types) {
        return Stream.iterate(
                        acts.effective(thread, types, 0),
                        it -> !it.isEmpty(),
                        it -> it.size() < MOST
                                ? List.of()
                                : acts.effective(
                                        thread,
                                        types,
                                        Objects.requireNonNull(it.getLast().n())))
                .flatMap(List::stream);
    }

    @Override
    public Stream<KeptAct> withoutEntry(String thread) {
        return EveryAct.withoutEntry(acts, thread);
    }

    @Override
    public int countActs(String thread) {
        return acts.count(thread);
    }

    @Override
    public List<String> actIds(String thread) {
        return acts.ids(thread);
    }

    @Override
    public Optional<KeptAct> opening(String thread) {
        return acts.opening(thread);
    }

    @Override
    public List<KeptAct> openings(Collection<String> threads) {
        return threads.isEmpty() ? List.of() : acts.openings(threads);
    }

    @Override
    public Optional<KeptAct> act(String id) {
        return acts.find(id);
    }

    @Override
    public List<KeptAct> acts(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : acts.find(ids);
    }

    @Override
    public Optional<byte[]> container(String act) {
        return acts.container(act, true);
    }

    @Override
    public List<KeptAct> ours(String counterpart, String type, Instant after, Instant before) {
        return acts.ours(counterpart, type, after, before);
    }

    @Override
    public List<KeptAct> unregistered(Instant before) {
        return acts.unregistered(before);
    }

    @Override
    public List<Thread> waiting(Instant before) {
        return parked.waiting(before).stream().map(standing::shown).toList();
    }

    @Override
    public List<DisputeProof> disputeProofs(String thread) {
        return proofs.of(thread);
    }

    @Override
    public List<String> saidBefore(Instant before, String after) {
        return threads.saidBefore(before, after);
    }

    /** A fault of the fold is for the caller to say, and must not undo what the caller does. */
    @Override
    @Transactional(readOnly = true, noRollbackFor = RuntimeException.class)
    public boolean foldsAgain(String thread) {
        return threads.find(thread).map(standing::holds).orElse(false);
    }

    @Override
    public List<String> heldUntil(Instant now) {
        return acts.due(now);
    }

    @Override
    public ThreadBundle.Parts registered(String thread) {
        return exporting.registeredParts(thread);
    }

    @Override
    public ThreadBundle.Parts parts(String thread) {
        return exporting.parts(thread);
    }

    @Override
    public Iterable<ThreadBundle.Parts> seats(String thread) {
        return exporting.seats(thread);
    }

    @Override
    public Iterable<ThreadBundle.Parts> registeredSeats(String thread) {
        return exporting.registeredSeats(thread);
    }

    /** What is wrong with the keys is for the caller to say, and must not undo what the caller does. */
    @Override
    @Transactional(readOnly = true, noRollbackFor = RuntimeException.class)
    public List<ThreadBundle.Keeper> keepers(String thread) {
        return exporting.keepers(thread);
    }
}
