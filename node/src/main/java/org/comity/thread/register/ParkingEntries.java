package org.comity.thread.register;

import java.time.Clock;
import java.util.Optional;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.Threads.Refused;
import org.springframework.stereotype.Component;

/** Lets an entry wait for its turn, once it fits what is already here. */
@Component
class ParkingEntries {

    private final EntryRows entries;
    private final ParkedEntries parked;
    private final ThreadLimits limits;
    private final Clock clock;

    ParkingEntries(EntryRows entries, ParkedEntries parked, ThreadLimits limits, Clock clock) {
        this.entries = entries;
        this.parked = parked;
        this.limits = limits;
        this.clock = clock;
    }

    boolean holds(Entry entry) {
        return knows(entry.thread(), entry.hash());
    }

    /** Our own entry of that number, registered or waiting. */
    Optional<SignedEntry> at(String thread, long n) {
        return entries.at(thread, n).or(() -> parked.at(thread, n));
    }

    void park(SignedEntry signed) {
        var entry = signed.entry();
        if (entry.n() > limits.largestActs()
                || parked.count(entry.thread()) >= limits.largestParked()
                || parked.countBeside(entry.thread()) >= limits.largestParkedOfOne()) {
            throw new Refused("too-many-parked", "entries that wait");
        }
        parked.add(signed, clock.instant());
    }

    /** The usual case: the next entry of a thread in which none waits. */
    boolean isNext(ThreadRow thread, Entry entry) {
        return entry.n() == thread.lastN() + 1
                && entry.previous().equals(thread.lastHash())
                && parked.count(thread.id()) == 0
                && entries.of(entry.act()).isEmpty();
    }

    /** What is wrong with an entry, by the entries that are here and before its act is. */
    Optional<String> flaw(ThreadRow thread, Entry entry) {
        if (at(thread.id(), entry.n()).isPresent()) {
            return Optional.of("two-entries");
        }
        if (entries.of(entry.act()).isPresent() || parked.names(thread.id(), entry.act())) {
            return Optional.of("act-twice");
        }
        boolean chained = followsTheOneBefore(thread, entry) && !parked.contradict(entry);
        return chained ? Optional.empty() : Optional.of("chain");
    }

    private boolean followsTheOneBefore(ThreadRow thread, Entry entry) {
        if (entry.n() == 1) {
            return entry.previous().equals(Entry.NOTHING_BEFORE);
        }
        return at(thread.id(), entry.n() - 1)
                .map(before -> before.entry().hash().equals(entry.previous()))
                .orElseGet(() -> !skipsFrom(thread, entry.previous()));
    }

    /** The one before is not here, yet the entry names one that is: a number was left out. */
    private boolean skipsFrom(ThreadRow thread, String previous) {
        return previous.equals(Entry.NOTHING_BEFORE) || knows(thread.id(), previous);
    }

    private boolean knows(String thread, String hash) {
        return entries.holds(thread, hash) || parked.holds(thread, hash);
    }
}
