package org.comity.thread.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads.Found;
import org.comity.thread.Threads.Refused;
import org.springframework.stereotype.Component;

/** Compares signed entries that go past the keeper with ours, so that a keeper with two faces is found (R130 to R133). */
@Component
class ComparingHeads {

    private static final int NEXT = 2;

    private final JointRows threads;
    private final JointActRows acts;
    private final PartiesConcerned concerned;
    private final JointProofs proofs;
    private final RegisterKeys keys;
    private final ClosedSinceRestore closed;
    private final TakingAnswers answers;

    ComparingHeads(
            JointRows threads,
            JointActRows acts,
            PartiesConcerned concerned,
            JointProofs proofs,
            RegisterKeys keys,
            ClosedSinceRestore closed,
            TakingAnswers answers) {
        this.answers = answers;
        this.concerned = concerned;
        this.closed = closed;
        this.threads = threads;
        this.acts = acts;
        this.proofs = proofs;
        this.keys = keys;
    }

    Found compare(SignedEntry head, String from) {
        var entry = head.entry();
        boolean comparing = closed.unheard(entry.thread()).isPresent();
        var thread = threads.lock(entry.thread()).orElseThrow(() -> new Refused("unknown-thread", "no such thread"));
        AdmittingJointAct.require(comparing || concerned.shows(thread, head, from), "unknown-thread", "no such thread");
        AdmittingJointAct.require(entry.network().equals(keys.network()), "wrong-network", entry.network());
        if (answers.taken(thread, head, from)) return Found.EQUAL;
        AdmittingJointAct.require(thread.lastN() > 0, "joining", "the register is not here yet");
        // It was told before, and all have been told since.
        if (proofs.holds(thread.id(), entry.hash())) return Found.NOTHING;
        if (entry.n() <= thread.lastN()) {
            if (fork(thread, head, from)) return Found.FORK;
            return acts.at(thread.id(), entry.n())
                            .filter(it -> it.entry().equals(entry))
                            .isPresent()
                    ? Found.EQUAL
                    : Found.NOTHING;
        }
        var joint = thread.joint();
        // Who keeps it by then may be another: it is only a hint that there is more.
        if (joint == null || joint.parties().keySet().stream().noneMatch(it -> keys.signed(it, head))) {
            return Found.NOTHING;
        }
        // A restored keeper is given back what it has lost; only what it has lost for good is a dispute.
        if (!comparing && thread.keeperOfNext().equals(keys.self()) && keys.signed(keys.self(), head)) {
            proofs.dispute(thread, "entries-lost", null, head, from);
            return Found.FORK;
        }
        proofs.claim(head, from, joint.parties().containsKey(from));
        return Found.AHEAD;
    }

    /** Whether who brings these entries may learn that the thread is here. */
    boolean told(JointRow thread, List<SignedEntry> entries, String from) {
        return entries.isEmpty() ? concerned.concerns(thread, from) : concerned.shows(thread, entries.getFirst(), from);
    }

    /** Whether it is another entry than ours, signed by whoever kept the register then: that is proof. */
    boolean fork(JointRow thread, SignedEntry head, String from) {
        var ours = acts.at(thread.id(), head.entry().n());
        if (ours.isEmpty() || ours.get().entry().equals(head.entry())) return false;
        if (!keys.signed(acts.keeperAt(thread.id(), head.entry().n()), head)) return false;
        proofs.dispute(thread, "two-entries", ours.get(), head, from);
        return true;
    }

    /** Two neighbours in a ring, and one by lot: with neighbours alone, a few silent friends of a keeper could hide it. */
    List<String> neighbours(String id, RandomGenerator chance) {
        var thread = threads.find(id);
        var joint = thread.map(JointRow::joint).orElse(null);
        if (joint == null
                || joint.keeper().equals(keys.self())
                || !joint.parties().containsKey(keys.self())) {
            return List.of();
        }
        var ring = joint.parties().entrySet().stream()
                .filter(it -> it.getValue().at() == null && !it.getKey().equals(joint.keeper()))
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
        int here = ring.indexOf(keys.self());
        var others = new ArrayList<String>();
        for (int i = 1; i < ring.size(); i++) others.add(ring.get((here + i) % ring.size()));
        var chosen = new ArrayList<>(others.subList(0, Math.min(NEXT, others.size())));
        if (others.size() > NEXT) chosen.add(others.get(NEXT + chance.nextInt(others.size() - NEXT)));
        return chosen;
    }
}
