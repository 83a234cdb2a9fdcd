package org.comity.thread.register;

import java.time.Instant;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads.Kept;
import org.comity.thread.Threads.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes threads in the caller's transaction alone; a refusal does not undo what else the caller did in it. */
@Component
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class KeepingThreads implements ThreadKeeping {

    private final KeepingActs acts;
    private final KeepingEntries entries;
    private final ForgettingBodies forgetting;
    private final HoldingActs holding;
    private final RecallingActs recalling;

    KeepingThreads(
            KeepingActs acts,
            KeepingEntries entries,
            ForgettingBodies forgetting,
            HoldingActs holding,
            RecallingActs recalling) {
        this.acts = acts;
        this.entries = entries;
        this.forgetting = forgetting;
        this.holding = holding;
        this.recalling = recalling;
    }

    @Override
    public Kept keepOwn(SealedAct act) {
        return acts.keep(act, true);
    }

    @Override
    public Kept keepHeld(SealedAct act, Instant until) {
        return acts.keep(act, true, until);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void registerHeld(String act) {
        holding.register(act);
    }

    @Override
    public void recall(String act, String why) {
        recalling.recall(act, why);
    }

    @Override
    public Kept keepReceived(SealedAct act) {
        return acts.keep(act, false);
    }

    @Override
    public Kept keepReturned(SealedAct act) {
        return acts.keep(act, true);
    }

    @Override
    public void keepEntry(SignedEntry entry) {
        entries.keep(entry);
    }

    @Override
    public void keepEntry(SignedEntry entry, String from) {
        entries.keep(entry, from);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean forgetBody(String act) {
        return forgetting.forget(act);
    }
}
