package org.comity.thread.register;

import java.time.Clock;
import org.comity.thread.ActRecalled;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes back acts of ours that have no entry: they never were said. */
@Component
class RecallingActs {

    private final ActRows acts;
    private final ThreadRows threads;
    private final CheckedState standing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecallingActs(
            ActRows acts, ThreadRows threads, CheckedState standing, ApplicationEventPublisher events, Clock clock) {
        this.acts = acts;
        this.threads = threads;
        this.standing = standing;
        this.events = events;
        this.clock = clock;
    }

    void recall(String id, String why) {
        var thread = threads.lock(acts.find(id)
                        .orElseThrow(() -> new Refused("unknown-act", id))
                        .thread())
                .orElseThrow();
        var act = acts.find(id).orElseThrow();
        if (act.n() != null || !act.ours()) {
            throw new Refused("already-registered", id);
        }
        if (act.recalled() == null) {
            acts.recall(id, clock.instant(), why);
            events.publishEvent(new ActRecalled(id, standing.shown(thread), opens(act), why));
        }
    }

    private static boolean opens(KeptAct act) {
        return act.envelope().facts().containsKey("reference");
    }
}
