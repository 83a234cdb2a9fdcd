package org.comity.thread.register;

import java.time.Clock;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads.Kept;
import org.comity.thread.Threads.Refused;
import org.springframework.stereotype.Component;

/** Keeps acts, each once, and registers them where this node keeps the register. */
@Component
class KeepingActs {

    private final Door door;
    private final ThreadRows threads;
    private final ActRows acts;
    private final EntryRows entries;
    private final Registering registering;
    private final Following following;
    private final Clock clock;

    KeepingActs(
            Door door,
            ThreadRows threads,
            ActRows acts,
            EntryRows entries,
            Registering registering,
            Following following,
            Clock clock) {
        this.door = door;
        this.threads = threads;
        this.acts = acts;
        this.entries = entries;
        this.registering = registering;
        this.following = following;
        this.clock = clock;
    }

    Kept keep(SealedAct sealed, boolean ours) {
        var act = sealed.act();
        var locked = threads.lock(act.envelope().thread());
        var known = acts.find(act.id());
        if (known.isPresent()) {
            return again(sealed, known.get().containerHash());
        }

        if (locked.isEmpty()) {
            var opened = door.opens(act, ours);
            if (!threads.open(opened, clock.instant())) {
                return keep(sealed, ours);
            }
            return add(threads.lock(opened.id()).orElseThrow(), sealed, ours);
        }
        var thread = locked.get();
        door.follows(thread, act, ours);
        return add(thread, sealed, ours);
    }

    private Kept again(SealedAct sealed, String containerHash) {
        if (!containerHash.equals(sealed.containerHash())) {
            throw new Refused("second-container", sealed.act().id());
        }
        var id = sealed.act().id();
        return new Kept(id, false, entries.of(id).orElse(null));
    }

    private Kept add(ThreadRow thread, SealedAct sealed, boolean ours) {
        var id = sealed.act().id();
        acts.add(sealed, ours, clock.instant());
        threads.countAct(thread.id(), clock.instant());
        if (!thread.isDisputed()) {
            if (thread.weKeep()) {
                registering.register(thread, sealed, ours);
            } else {
                following.follow(thread);
            }
        }
        return new Kept(id, true, entries.of(id).orElse(null));
    }
}
