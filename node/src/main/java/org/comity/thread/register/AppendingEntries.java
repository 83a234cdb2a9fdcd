package org.comity.thread.register;

import java.time.Clock;
import org.comity.proof.act.Act;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.ActRegistered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Appends an entry to a thread's register, moves the thread, and tells. The only place where a thread moves. */
@Component
class AppendingEntries {

    private final ThreadRows threads;
    private final ActRows acts;
    private final EntryRows entries;
    private final CheckedState standing;
    private final ThreadLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppendingEntries(
            ThreadRows threads,
            ActRows acts,
            EntryRows entries,
            CheckedState standing,
            ThreadLimits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.threads = threads;
        this.acts = acts;
        this.entries = entries;
        this.standing = standing;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    ThreadRow append(ThreadRow thread, Act act, boolean ours, SignedEntry signed, Fold folded) {
        var entry = signed.entry();
        var before = standing.state(thread);
        var moved = thread.after(entry, folded);

        entries.add(signed);
        acts.registered(act.id(), entry.n());
        threads.move(moved, folded.stateName(), clock.instant());
        if (entry.n() % limits.snapshotEvery() == 0) {
            entries.snapshot(thread.id(), entry.n(), folded.state());
        }

        events.publishEvent(new ActRegistered(act, signed, before, folded.to(), ours, standing.shown(moved)));
        return moved;
    }
}
