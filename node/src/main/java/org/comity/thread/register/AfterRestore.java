package org.comity.thread.register;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.ledger.Ledger;
import org.comity.proof.act.Act;
import org.comity.proof.act.JointThread;
import org.comity.thread.Restoration;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the promises of {@link Restoration}. A node that was never restored asks its database once. */
@Component
class AfterRestore implements Restoration {

    private final RestorationRows rows;
    private final ThreadRows threads;
    private final ActRows acts;
    private final EntryRows entries;
    private final RegisteringActs registering;
    private final RecallingActs recalling;
    private final Ledger ledger;
    private final Clock clock;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Optional<Restored> last;

    AfterRestore(
            RestorationRows rows,
            ThreadRows threads,
            ActRows acts,
            EntryRows entries,
            RegisteringActs registering,
            RecallingActs recalling,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.threads = threads;
        this.acts = acts;
        this.entries = entries;
        this.registering = registering;
        this.recalling = recalling;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A restore happens while the node is down, so what was read once stays true. */
    @Override
    public Optional<Restored> last() {
        var known = last;
        if (known == null) {
            known = rows.last();
            last = known;
        }
        return known;
    }

    @Override
    public boolean closedTo(String counterpart) {
        if (last().isEmpty() || opened.contains(counterpart)) {
            return false;
        }
        rows.hold(false);
        if (rows.compared(counterpart)) {
            afterCommit(() -> opened.add(counterpart));
            return false;
        }
        return true;
    }

    /** What this transaction read may be what it wrote itself, and fall with it. */
    private static void afterCommit(Runnable then) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            then.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                then.run();
            }
        });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> open(String counterpart, @Nullable Official by) {
        rows.hold(true);
        if (last().isEmpty() || rows.compared(counterpart)) {
            return List.of();
        }
        // Now it is known which of them have left since.
        var held = takeBack(rows.heldAtBackup(counterpart));
        for (var id : rows.waiting(counterpart)) {
            threads.lock(id);
            EveryAct.withoutEntry(acts, id)
                    .filter(it -> it.recalled() == null && !heldFurther(it))
                    .forEach(this::register);
        }
        rows.compare(counterpart, clock.instant(), by == null ? null : by.pseudonym());
        ledger.record(by, "restore.opened", counterpart, Map.of("compared", Boolean.toString(by == null)));
        return held;
    }

    /** They may have been recalled since; no word of the officer who did that is left. */
    private List<String> takeBack(List<String> held) {
        held.forEach(act -> {
            recalling.recall(act, "");
            ledger.record(null, "act.recalled", act, Map.of("why", "restored"));
        });
        return held;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(Head head) {
        rows.holdNoLonger(head.open());
    }

    private boolean heldFurther(KeptAct act) {
        return act.heldUntil() != null && act.heldUntil().isAfter(clock.instant());
    }

    private void register(KeptAct act) {
        var thread = threads.find(act.thread()).orElseThrow();
        var container = acts.container(act.id(), true).orElseThrow();
        registering.register(thread, new SealedAct(new Act(act.envelope(), act.body()), container), act.ours());
    }

    @Override
    public List<Head> heads(String counterpart, String after, int limit) {
        return rows.heads(counterpart, after, limit, clock.instant());
    }

    @Override
    public long count(String counterpart) {
        return rows.count(counterpart);
    }

    @Override
    public boolean holds(Head head) {
        if (JointThread.isNameOf(head.thread())) {
            return rows.joint(head.thread())
                    .filter(it -> it.disputed() || agrees(head))
                    .isPresent();
        }
        var thread = threads.find(head.thread());
        if (thread.isEmpty()) {
            return false;
        }
        if (thread.get().isDisputed()) {
            return true;
        }
        return agrees(head) && head.open().stream().allMatch(it -> acts.find(it).isPresent());
    }

    private boolean agrees(Head head) {
        if (JointThread.isNameOf(head.thread())) {
            return rows.holdsJoint(head.thread(), head.n(), head.hash());
        }
        return head.n() == 0
                || entries.at(head.thread(), head.n())
                        .filter(it -> it.entry().hash().equals(head.hash()))
                        .isPresent();
    }

    /** Where both have an entry of that number and they differ, that one is needed: it proves the dispute. */
    @Override
    public long neededAfter(Head head) {
        long ours = JointThread.isNameOf(head.thread())
                ? rows.joint(head.thread()).map(RestorationRows.Joint::lastN).orElse(0L)
                : threads.find(head.thread()).map(ThreadRow::lastN).orElse(0L);
        return ours < head.n() || agrees(head) ? Math.min(ours, head.n()) : head.n() - 1;
    }

    @Override
    @Transactional
    public boolean told() {
        boolean first = rows.told(clock.instant());
        if (first) {
            var restored = rows.last().orElseThrow();
            takeBack(rows.heldAtBackup(null));
            ledger.record(
                    null,
                    "node.restored",
                    "restore",
                    Map.of("backup-at", restored.backupAt().toString()));
        }
        return first;
    }
}
