package org.comity.thread.joint;

import java.time.Clock;
import org.comity.proof.act.JointThread;
import org.comity.thread.JointActRegistered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Marks a thread that we have gone on from in another one (R144): nobody has to look at it any more. */
@Component
class MarkingGoneOn {

    private final JointRows threads;
    private final RegisterKeys keys;
    private final Clock clock;

    MarkingGoneOn(JointRows threads, RegisterKeys keys, Clock clock) {
        this.threads = threads;
        this.keys = keys;
        this.clock = clock;
    }

    @EventListener
    void on(JointActRegistered registered) {
        boolean ours = registered.act().author().equals(keys.self())
                && registered.entry().entry().effective();
        if (!ours) return;
        JointThread.continued(registered.act().facts())
                .ifPresent(it -> threads.goneOn(it.thread(), registered.thread(), clock.instant()));
    }
}
