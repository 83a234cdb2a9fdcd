package org.comity.thread.joint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.MoveTable;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.JointThreads.Registered;
import org.comity.thread.JointThreads.Seals;
import org.comity.thread.SealedAct;
import org.comity.thread.SeatActs;
import org.comity.thread.Threads.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows another keeper's register page by page, as far as our own fold agrees; what does not fit is a dispute (R123, R137). */
@Component
class TakingPages {

    /** The whole register is shown to whoever is asked so. */
    private static final String ALL = "all";

    private final JointRows threads;
    private final JointActRows acts;
    private final JointProofs proofs;
    private final AppendingJointEntries appending;
    private final ComparingHeads heads;
    private final KeepingJointActs keeping;
    private final RegisterKeys keys;
    private final SeatActs seats;
    private final JointTables tables;
    private final ClosedSinceRestore closed;
    private final Clock clock;

    // More than eight: a page is read, compared, kept and folded in one transaction.
    TakingPages(
            JointRows threads,
            JointActRows acts,
            JointProofs proofs,
            AppendingJointEntries appending,
            ComparingHeads heads,
            KeepingJointActs keeping,
            RegisterKeys keys,
            SeatActs seats,
            JointTables tables,
            ClosedSinceRestore closed,
            Clock clock) {
        this.threads = threads;
        this.acts = acts;
        this.proofs = proofs;
        this.appending = appending;
        this.heads = heads;
        this.keeping = keeping;
        this.keys = keys;
        this.seats = seats;
        this.tables = tables;
        this.closed = closed;
        this.clock = clock;
    }

    void take(Page page, String from, Seals sealed) {
        boolean comparing =
                closed.givesBack(from) || closed.unheard(page.thread()).isPresent();
        var here = threads.lock(page.thread());
        var thread = here.or(() -> comparing ? lost(page) : Optional.empty())
                .orElseThrow(() -> new Refused("unknown-thread", "no such thread"));
        boolean told = comparing || heads.told(thread, page.entries(), from);
        AdmittingJointAct.require(told, "unknown-thread", "no such thread");
        for (var each : page.entries()) {
            boolean ours = each.entry().network().equals(keys.network())
                    && each.entry().thread().equals(thread.id());
            AdmittingJointAct.require(ours, "wrong-network", "an entry of another thread or network");
            if (each.entry().n() <= thread.lastN() && heads.fork(thread, each, from)) return;
        }
        if (thread.disputed() != null) return;
        var brought = new HashMap<String, Brought>();
        page.acts().forEach(it -> brought.put(it.envelope().id(), it));
        var reading = new Reading(thread, brought, from, sealed, comparing);
        for (var each : page.entries()) {
            if (each.entry().n() > thread.lastN() && !reading.read(each)) break;
        }
        // Nothing was written so far: what is refused leaves no trace.
        if (here.isEmpty()) {
            boolean begun = !reading.steps.isEmpty() && threads.open(thread, clock.instant());
            AdmittingJointAct.require(begun, "unknown-thread", "no such thread");
        }
        var moved = thread;
        for (var step : reading.steps) {
            step.keep(acts, clock);
            moved = appending.append(moved, step.act(), step.signed(), step.folded());
        }
        fill(moved, brought, sealed);
        if (reading.flaw != null && reading.wrong != null) {
            proofs.dispute(moved, reading.flaw, null, reading.wrong, from);
            return;
        }
        for (var each : proofs.settled(moved.id(), moved.lastN())) {
            if (heads.fork(moved, each.head(), each.sender())) return;
        }
        if (!comparing) keeping.takenOver(thread, moved);
    }

    /** A thread that began after the backup that we were restored from; its first entry says by whom (R145). */
    private Optional<JointRow> lost(Page page) {
        return page.acts().stream()
                .map(Brought::envelope)
                .filter(it -> page.after() == 0 && !page.entries().isEmpty())
                .filter(it -> it.id().equals(page.entries().getFirst().entry().act()))
                .filter(it -> tables.find(it.procedure()).isPresent()
                        && it.type().equals(tables.get(it.procedure()).opening()))
                .findFirst()
                .map(it -> JointRow.opened(it, OurPart.INVITED, it.author()));
    }

    /** Bodies of entries that were here as envelopes (R126). */
    private void fill(JointRow thread, Map<String, Brought> brought, Seals sealed) {
        for (var each : brought.values()) {
            if (!(each instanceof Brought.Whole(var act))) continue;
            var entry = acts.of(act.act().id()).map(SignedEntry::entry);
            boolean same = entry.isPresent()
                    && entry.get().n() <= thread.lastN()
                    && entry.get().container().equals(act.containerHash());
            if (!same) continue;
            var registered = new Registered(
                    acts.keeperAt(thread.id(), entry.get().n()), entry.get().time());
            if (seats.holds(act, registered) && sealed.right(act, registered)) acts.add(act, clock.instant());
        }
    }

    /** What one entry does, before anything of it is written. */
    private record Step(
            SignedEntry signed, Envelope act, @Nullable SealedAct sealed, MoveTable.Folded folded) {

        void keep(JointActRows acts, Clock clock) {
            if (sealed != null) acts.add(sealed, clock.instant());
            else acts.add(act, clock.instant());
        }
    }

    /** Reads entry after entry in memory, each by the state after the one before. */
    private final class Reading {

        final List<Step> steps = new ArrayList<>();

        @Nullable
        String flaw;

        @Nullable
        SignedEntry wrong;

        private final Map<String, Brought> brought;
        private final String from;
        private final Seals sealed;
        private final Map<Long, String> hashes = new HashMap<>();
        private final HashSet<String> known = new HashSet<>();
        /** What we have lost comes back as it lies there, perhaps as envelopes (R145). */
        private final boolean comparing;

        private JointRow row;

        Reading(JointRow row, Map<String, Brought> brought, String from, Seals sealed, boolean comparing) {
            this.row = row;
            this.brought = brought;
            this.from = from;
            this.sealed = sealed;
            this.comparing = comparing;
        }

        /** @return false where it goes no further */
        boolean read(SignedEntry signed) {
            var entry = signed.entry();
            AdmittingJointAct.require(entry.n() == row.lastN() + 1, "page-behind", "entry " + entry.n());
            var here = acts.find(entry.act());
            var came = Optional.ofNullable(brought.get(entry.act()));
            var act = came.map(Brought::envelope)
                    .or(() -> here.map(JointActRows.Kept::envelope))
                    .orElseThrow(() -> new Refused("page-behind", "the act of entry " + entry.n()));
            // The thread's name says who opened it: whatever another signs as its first entry proves nothing.
            var keeper = row.keeperOfNext();
            if (!keys.signed(keeper, signed)) {
                keys.lookAgain(keeper);
                throw new Refused("foreign-signature", "not signed by a register key of " + keeper);
            }
            var whole = came.orElse(null) instanceof Brought.Whole(var it)
                    ? it
                    : here.map(JointActRows.Kept::sealed).orElse(null);
            boolean other = whole != null && !whole.containerHash().equals(entry.container());
            // A container that the entry does not name speaks against the keeper only if the keeper brought it, or we
            // sealed it.
            if (other && !from.equals(keeper) && !act.author().equals(keys.self())) whole = null;
            var folded = appending.fold(row, act);
            flaw = invented(act, here.isPresent(), whole)
                    ? "act-not-right"
                    : flaw(entry, act, whole, folded, new Registered(keeper, entry.time()));
            if (flaw == null && otherThanOurs(entry, act, here)) flaw = "container";
            if (flaw != null) {
                wrong = signed;
                return false;
            }
            // What we had whole, and have deleted by our rule, nobody keeps back.
            boolean had = here.filter(it -> entry.container().equals(it.containerHash()))
                    .isPresent();
            boolean withheld = whole == null && !had && from.equals(keeper) && shown();
            AdmittingJointAct.require(!withheld, "act-withheld", "the act of entry " + entry.n());
            steps.add(new Step(signed, act, whole, folded));
            known.add(entry.act());
            hashes.put(entry.n(), entry.hash());
            row = row.after(entry, folded.state(), keys.self());
            return true;
        }

        /** What we sealed is known by its hash, also once we have deleted its words. */
        private boolean otherThanOurs(Entry entry, Envelope act, Optional<JointActRows.Kept> here) {
            return act.author().equals(keys.self())
                    && here.map(JointActRows.Kept::containerHash)
                            .filter(it -> !it.equals(entry.container()))
                            .isPresent();
        }

        /** What we say is here since before it left: an envelope in our name that is not was never sealed by us (R146). */
        private boolean invented(Envelope act, boolean here, @Nullable SealedAct whole) {
            return whole == null && !here && !comparing && act.author().equals(keys.self());
        }

        /** Whether the next act is ours to read: who registered it had it whole, and an envelope alone proves no author (R146). */
        private boolean shown() {
            if (comparing) return false;
            if (!row.onlyAsked()) return true;
            return threads.asked(row.id())
                    .map(JointRows.Asked::invite)
                    .filter(it -> ALL.equals(it.envelope().facts().get("shown")))
                    .isPresent();
        }

        private @Nullable String flaw(
                Entry entry, Envelope act, @Nullable SealedAct whole, MoveTable.Folded folded, Registered registered) {
            if (entry.n() == 1 && !JointThread.id(act).equals(row.id())
                    || !act.thread().equals(row.id())) {
                return "thread-id";
            }
            if (!row.speaks(act)) return "other-version";
            if (!entry.previous().equals(row.lastHash())) return "chain";
            if (known.contains(entry.act()) || acts.of(entry.act()).isPresent()) return "act-twice";
            if (whole != null && !whole.containerHash().equals(entry.container())) return "container";
            if (whole != null && !(sealed.right(whole, registered) && seats.holds(whole, registered)))
                return "act-not-right";
            if (!folded.effect().equals(entry.effect())) return "effect";
            if (!AppendingJointEntries.hash(folded.state()).equals(entry.state())) return "state";
            return entry.n() == 1 || saw(act) ? null : "seen";
        }

        private boolean saw(Envelope act) {
            var seen = JointThread.seen(act).orElse(null);
            if (seen == null) return false;
            var known = hashes.containsKey(seen.n())
                    ? hashes.get(seen.n())
                    : acts.at(row.id(), seen.n()).map(it -> it.entry().hash()).orElse("");
            return seen.hash().equals(known);
        }
    }
}
