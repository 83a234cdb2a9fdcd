package org.comity.thread.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.proof.SignedEntry;
import org.comity.proof.ThreadBundle;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.comity.vocabulary.RequestReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the promises of {@link Threads}: changes in the caller's transaction, reads in any. */
@Component
@Transactional(readOnly = true)
class RegisteredThreads implements Threads {

    private static final int LARGEST_PAGE = 200;

    private final KeepingActs keepingActs;
    private final KeepingEntries keepingEntries;
    private final ForgettingBodies forgetting;
    private final Holding holding;
    private final LookingUp lookingUp;
    private final Exporting exporting;
    private final References references;
    private final Directory directory;

    RegisteredThreads(
            KeepingActs keepingActs,
            KeepingEntries keepingEntries,
            ForgettingBodies forgetting,
            Holding holding,
            LookingUp lookingUp,
            Exporting exporting,
            References references,
            Directory directory) {
        this.keepingActs = keepingActs;
        this.keepingEntries = keepingEntries;
        this.forgetting = forgetting;
        this.holding = holding;
        this.lookingUp = lookingUp;
        this.exporting = exporting;
        this.references = references;
        this.directory = directory;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    public Kept keepOwn(SealedAct act) {
        return keepingActs.keep(act, true);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    public Kept keepHeld(SealedAct act, Instant until) {
        return keepingActs.keep(act, true, until);
    }

    @Override
    public List<String> heldUntil(Instant now) {
        return holding.due(now);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void registerHeld(String act) {
        holding.register(act);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    public void recall(String act, String why) {
        holding.recall(act, why);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    public Kept keepReceived(SealedAct act) {
        return keepingActs.keep(act, false);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    public Kept keepReturned(SealedAct act) {
        return keepingActs.keep(act, true);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    public void keepEntry(SignedEntry entry) {
        keepingEntries.keep(entry);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    public void keepEntry(SignedEntry entry, String from) {
        Threads.super.keepEntry(entry, from);
    }

    @Override
    public Optional<Thread> find(String thread) {
        return lookingUp.thread(thread);
    }

    @Override
    public List<Thread> find(Collection<String> threads) {
        return lookingUp.threads(threads);
    }

    @Override
    public Optional<Thread> findByReference(String reference) {
        return lookingUp.byReference(reference, directory.self().id());
    }

    @Override
    public List<Thread> list(Which which, @Nullable Thread last, int limit) {
        return lookingUp.list(which, last, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    @Override
    public Counts counts() {
        return lookingUp.counts();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public RequestReference nextReference() {
        return references.next(directory.self().state());
    }

    @Override
    public Optional<SignedEntry> entry(String thread, long n) {
        return lookingUp.entry(thread, n);
    }

    @Override
    public List<SignedEntry> entries(String thread, long after) {
        return lookingUp.entries(thread, after);
    }

    @Override
    public List<KeptAct> acts(String thread, long after) {
        return lookingUp.acts(thread, after);
    }

    @Override
    public Stream<KeptAct> everyAct(String thread) {
        return lookingUp.everyAct(thread);
    }

    @Override
    public Stream<KeptAct> withoutEntry(String thread) {
        return lookingUp.withoutEntry(thread);
    }

    @Override
    public List<KeptAct> acts(String thread, int from, int limit) {
        return lookingUp.acts(thread, from, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    @Override
    public int countActs(String thread) {
        return lookingUp.countActs(thread);
    }

    @Override
    public List<String> actIds(String thread) {
        return lookingUp.actIds(thread);
    }

    @Override
    public Optional<KeptAct> opening(String thread) {
        return lookingUp.opening(thread);
    }

    @Override
    public List<KeptAct> openings(Collection<String> threads) {
        return lookingUp.openings(threads);
    }

    @Override
    public Optional<KeptAct> act(String id) {
        return lookingUp.act(id);
    }

    @Override
    public Optional<byte[]> container(String act) {
        return lookingUp.container(act);
    }

    @Override
    public void export(String thread, OutputStream out) throws IOException {
        exporting.export(thread, out);
    }

    @Override
    public List<KeptAct> unregistered(Instant before) {
        return lookingUp.unregistered(before);
    }

    @Override
    public List<Thread> waiting(Instant before) {
        return lookingUp.waiting(before);
    }

    @Override
    public List<DisputeProof> disputeProofs(String thread) {
        return lookingUp.disputeProofs(thread);
    }

    /** What is wrong with the keys is for the caller to say, and must not undo what the caller does. */
    @Override
    @Transactional(readOnly = true, noRollbackFor = RuntimeException.class)
    public List<ThreadBundle.Keeper> keepers(String thread) {
        return exporting.keepers(thread);
    }

    /** A fault of the fold is for the caller to say, and must not undo what the caller does. */
    @Override
    @Transactional(readOnly = true, noRollbackFor = RuntimeException.class)
    public boolean foldsAgain(String thread) {
        return lookingUp.foldsAgain(thread);
    }

    @Override
    public List<String> saidBefore(Instant before, String after) {
        return lookingUp.saidBefore(before, after);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean forgetBody(String act) {
        return forgetting.forget(act);
    }
}
