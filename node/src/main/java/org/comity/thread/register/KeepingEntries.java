package org.comity.thread.register;

import org.comity.directory.Directory;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.Restoration;
import org.comity.thread.Threads.Refused;
import org.springframework.stereotype.Component;

/** Takes entries in whatever order they come; what proves that registers differ marks the thread disputed. */
@Component
class KeepingEntries {

    private final ThreadRows threads;
    private final ParkingEntries parking;
    private final FollowingRegister following;
    private final MarkingDisputed disputing;
    private final Directory directory;
    private final KeeperKeys keys;
    private final Restoration restoration;

    KeepingEntries(
            ThreadRows threads,
            ParkingEntries parking,
            FollowingRegister following,
            MarkingDisputed disputing,
            Directory directory,
            KeeperKeys keys,
            Restoration restoration) {
        this.threads = threads;
        this.parking = parking;
        this.following = following;
        this.disputing = disputing;
        this.directory = directory;
        this.keys = keys;
        this.restoration = restoration;
    }

    /** Only the counterpart may bring an entry of its thread. */
    void keep(SignedEntry signed, String from) {
        var thread = threads.find(signed.entry().thread())
                .orElseThrow(() -> new Refused("unknown-thread", "no such thread"));
        if (!thread.counterpart().equals(from)) {
            throw new Refused("not-a-party", from + " is not a party to this thread");
        }
        keep(signed);
    }

    void keep(SignedEntry signed) {
        var entry = signed.entry();
        if (!entry.network().equals(directory.network())) {
            throw new Refused("wrong-network", entry.network());
        }
        boolean closed = restoration.last().isPresent()
                && threads.find(entry.thread())
                        .filter(it -> restoration.closedTo(it.counterpart()))
                        .isPresent();
        var thread = threads.lock(entry.thread()).orElseThrow(() -> new Refused("unknown-thread", "no such thread"));
        if (parking.holds(entry)) {
            return;
        }
        if (thread.weKeep() && !closed) {
            ofOurOwnRegister(thread, signed);
            return;
        }
        byItsKeeper(thread, signed);
        if (thread.isDisputed()) disputing.keep(thread, signed);
        else following(thread, signed);
    }

    /** Anybody can make an entry that the keeper did not sign: it proves nothing against the keeper. */
    private void byItsKeeper(ThreadRow thread, SignedEntry signed) {
        var keeper = keys.keeper(thread);
        if (!keys.signed(keeper, signed)) {
            directory.lookAgain(keeper);
            throw new Refused("foreign-signature", "not signed by a register key that is pinned");
        }
    }

    /** Nobody writes in our register. An entry that bears our own signature means that we have lost some. */
    private void ofOurOwnRegister(ThreadRow thread, SignedEntry signed) {
        if (!keys.signed(directory.self().id(), signed)) {
            throw new Refused("not-the-keeper", "this node keeps the register");
        }
        dispute(thread, signed.entry().n() > thread.lastN() ? "entries-lost" : "two-entries", signed);
    }

    /** Another's register; or our own coming back, after a restore, from whom we gave it to. */
    private void following(ThreadRow thread, SignedEntry signed) {
        if (parking.isNext(thread, signed.entry()) && following.take(thread, signed)) {
            return;
        }
        var flaw = parking.flaw(thread, signed.entry());
        if (flaw.isPresent()) {
            dispute(thread, flaw.get(), signed);
            return;
        }
        parking.park(signed);
        following.follow(thread);
    }

    private void dispute(ThreadRow thread, String why, SignedEntry theirs) {
        var ours = parking.at(thread.id(), theirs.entry().n()).map(SignedEntry::json);
        disputing.dispute(thread, why, ours.orElse(null), theirs);
    }
}
