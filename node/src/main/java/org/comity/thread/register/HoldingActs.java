package org.comity.thread.register;

import org.comity.proof.act.Act;
import org.comity.thread.Restoration;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads.Refused;
import org.springframework.stereotype.Component;

/**
 * Holds acts of ours that wait for their hour: registered when it has come, or recalled before, and never both.
 */
@Component
class HoldingActs {

    private final ActRows acts;
    private final ThreadRows threads;
    private final RegisteringActs registering;
    private final Restoration restoration;

    HoldingActs(ActRows acts, ThreadRows threads, RegisteringActs registering, Restoration restoration) {
        this.acts = acts;
        this.threads = threads;
        this.registering = registering;
        this.restoration = restoration;
    }

    void register(String id) {
        var counterpart = acts.find(id).map(it -> it.envelope().addressee()).orElse("");
        // Asked before the thread is locked, as keeping an act does it.
        boolean closed = restoration.closedTo(counterpart);
        var thread = lock(id);
        if (closed && thread.byWire()) {
            return;
        }
        var act = acts.find(id).orElseThrow();
        if (act.n() != null || act.recalled() != null || !act.ours() || !thread.weKeep() || thread.isDisputed()) {
            return;
        }
        var container = acts.container(id, true).orElseThrow();
        registering.register(thread, new SealedAct(new Act(act.envelope(), act.body()), container), true);
    }

    private ThreadRow lock(String id) {
        var act = acts.find(id).orElseThrow(() -> new Refused("unknown-act", id));
        return threads.lock(act.thread()).orElseThrow();
    }
}
