package org.comity.thread.register;

import java.time.Clock;
import java.time.Instant;
import org.comity.thread.Restoration;
import org.comity.thread.SealedAct;
import org.comity.thread.SeatActs;
import org.comity.thread.Threads.Kept;
import org.comity.thread.Threads.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps acts, each once, and registers them where this node keeps the register. */
@Component
class KeepingActs {

    private final AdmittingAct door;
    private final ThreadRows threads;
    private final ActRows acts;
    private final EntryRows entries;
    private final RegisteringActs registering;
    private final FollowingRegister following;
    private final Restoration restoration;
    private final SeatActs seats;
    private final Clock clock;

    // More than eight: an act is admitted, kept, registered or followed in one transaction.
    KeepingActs(
            AdmittingAct door,
            ThreadRows threads,
            ActRows acts,
            EntryRows entries,
            RegisteringActs registering,
            FollowingRegister following,
            Restoration restoration,
            SeatActs seats,
            Clock clock) {
        this.door = door;
        this.threads = threads;
        this.acts = acts;
        this.entries = entries;
        this.registering = registering;
        this.following = following;
        this.restoration = restoration;
        this.seats = seats;
        this.clock = clock;
    }

    Kept keep(SealedAct sealed, boolean ours) {
        return keep(sealed, ours, null);
    }

    /** @param until the act is held until then, and gets no entry of ours before */
    Kept keep(SealedAct sealed, boolean ours, @Nullable Instant until) {
        var envelope = sealed.act().envelope();
        // Asked before the thread is locked, as opening does it.
        boolean closed = restoration.closedTo(ours ? envelope.addressee() : envelope.author());
        return keep(sealed, ours, closed, until);
    }

    private Kept keep(SealedAct sealed, boolean ours, boolean closed, @Nullable Instant until) {
        var act = sealed.act();
        var locked = threads.lock(act.envelope().thread());
        var known = acts.find(act.id());
        if (known.isPresent()) {
            return again(sealed, known.get().containerHash());
        }

        seats.check(sealed);
        if (locked.isEmpty()) {
            var opened = door.opens(act, ours, closed);
            if (!threads.open(opened, clock.instant())) {
                return keep(sealed, ours, closed, until);
            }
            return add(threads.lock(opened.id()).orElseThrow(), sealed, ours, closed, until);
        }
        var thread = locked.get();
        door.follows(thread, act, ours, closed);
        return add(thread, sealed, ours, closed, until);
    }

    private Kept again(SealedAct sealed, String containerHash) {
        if (!containerHash.equals(sealed.containerHash())) {
            throw new Refused("second-container", sealed.act().id());
        }
        var id = sealed.act().id();
        return new Kept(id, false, entries.of(id).orElse(null));
    }

    private Kept add(ThreadRow thread, SealedAct sealed, boolean ours, boolean closed, @Nullable Instant until) {
        var id = sealed.act().id();
        acts.add(sealed, ours, clock.instant());
        if (until != null) {
            acts.hold(id, until);
        }
        threads.countAct(thread.id(), ours ? 0 : sealed.container().length, clock.instant());
        if (!thread.isDisputed()) {
            boolean keeps = thread.weKeep() && !(closed && thread.byWire());
            if (keeps && until == null) {
                registering.register(thread, sealed, ours);
            } else if (!keeps) {
                following.follow(thread);
            }
        }
        return new Kept(id, true, entries.of(id).orElse(null));
    }
}
